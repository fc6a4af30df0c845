/**
 * Stands in for @kurkle/color in what browsers load. Chart.js mixes colours only to animate and to mark what the pointer is over; charts
 * here do neither, and the package would cost readers 3 KB. Should that change, this says so instead of drawing wrongly.
 */
export function Color(): never {
  throw new Error("no colours are mixed here: see src/client/no-colour.ts");
}
