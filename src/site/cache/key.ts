import { createHash } from "node:crypto";

/** A hash of a kind of thing, the version of what makes it, and all texts that it is made from. */
export function keyOf(version: string, kind: string, sources: readonly string[]): string {
  const hash = createHash("sha256").update(version).update(`\0${kind}`);
  // with the lengths, so that no two lists of texts read the same
  for (const source of sources) hash.update(`\0${source.length}\0`).update(source);
  return hash.digest("hex").slice(0, 40);
}

const digests = new WeakMap<object, string>();

/** A text that is another one for values that differ in anything but their functions; computed once for an object. */
export function digestOf(value: object): string {
  const digest = digests.get(value) ?? createHash("sha256").update(JSON.stringify(value, distinct)).digest("hex");
  digests.set(value, digest);
  return digest;
}

/** Of maps, sets and odd numbers JSON knows nothing. */
export function distinct(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value instanceof Map || value instanceof Set ? [...value] : value;
}
