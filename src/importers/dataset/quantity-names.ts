import type { XAxis } from "../../benchmark/dataset.ts";

/** Words for what x may be, in file names and on the command line, and the quantity they mean. */
export const vocabulary: ReadonlyMap<string, string> = new Map([
  ...["c", "conn", "conns", "connection", "connections", "client", "clients", "concurrency"].map(
    (word) => [word, "concurrency"] as const,
  ),
  ...["vu", "vus", "user", "users"].map((word) => [word, "concurrency"] as const),
  ...["r", "rate", "rps", "qps"].map((word) => [word, "demanded_request_rate"] as const),
  ...["t", "thread", "threads"].map((word) => [word, "threads"] as const),
]);

type Known = Pick<XAxis, "label" | "unit" | "display">;

const known: ReadonlyMap<string, Known> = new Map([
  ["demanded_request_rate", { label: "Demanded requests", unit: "1/s", display: "req/s" }],
  ["demanded_session_rate", { label: "Demanded sessions", unit: "1/s", display: "1/s" }],
  ["concurrency", { label: "Connections", unit: "1", display: "1" }],
]);

/** How an axis of this quantity is described. */
export function describeQuantity(name: string, unit: string | null): Known {
  return known.get(name) ?? { label: sentence(name), unit: unit ?? "1", display: unit ?? "1" };
}

/** Quantities of which several load generators together have the sum. */
export function isAdditive(name: string): boolean {
  return name === "concurrency" || name === "threads" || name.startsWith("demanded_");
}

/** `payload_size` → `Payload size`. */
export function sentence(name: string): string {
  const words = name.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
