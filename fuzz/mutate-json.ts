import * as fc from "fast-check";
import { hostileText, hostileValue } from "./hostile.ts";

type Container = Record<string, unknown>;

const change = fc.record({
  pick: fc.nat(),
  kind: fc.constantFrom("value", "value", "value", "remove", "rename"),
  name: hostileText,
  value: hostileValue,
});

/** JSON texts of a corpus with some of their parts replaced, removed or renamed: still JSON. */
export function mutatedJson(corpus: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...corpus), fc.array(change, { maxLength: 4 })).map(([text, changes]) => {
    const whole: Container = { top: JSON.parse(text) as unknown };
    for (const { pick, kind, name, value } of changes) {
      const parts = [...partsOf(whole)];
      const [parent, key] = parts[pick % parts.length]!;
      const before = parent[key];
      if (kind !== "value" && Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (kind !== "value" && parent !== whole) delete parent[key];
      if (kind === "value") parent[key] = value;
      // An own entry, even where the name is __proto__.
      else if (kind === "rename" && !Array.isArray(parent))
        Object.defineProperty(parent, name, { value: before, enumerable: true, configurable: true, writable: true });
    }
    return JSON.stringify(whole["top"] ?? null);
  });
}

function* partsOf(value: unknown): Generator<[Container, string]> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield [value as Container, key];
    yield* partsOf(item);
  }
}
