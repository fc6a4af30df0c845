const WIDTH = 24;

/** A bar of a share from 0 to 1, and the share in whole percents. */
export function bar(share: number): string {
  const percent = String(Math.floor(100 * share)).padStart(3);
  return `${"█".repeat(Math.round(WIDTH * share)).padEnd(WIDTH, "░")} ${percent} %`;
}

/** What takes a line of a terminal away again. */
export const CLEAR = "\r\u001b[K";
