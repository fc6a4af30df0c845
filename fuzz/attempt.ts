import assert from "node:assert/strict";
import { formatDiagnostic, type Diagnostic } from "../src/source/diagnostic.ts";
import { SourceError } from "../src/source/error.ts";
import type { Outcome, Target } from "./target.ts";

const shared = [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype];
const before = shared.map((prototype) => new Set(Reflect.ownKeys(prototype)));

/** Gives a target an input. Throws what must never be thrown, and where something else went wrong that nobody would see. */
export async function attempt(target: Target, input: string): Promise<Outcome> {
  try {
    return await target.run(input);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    assertUseful(error.diagnostics, input);
    return "rejected";
  } finally {
    assertClean();
  }
}

/** Diagnostics lead a person to a place in the input, and say something. */
export function assertUseful(diagnostics: readonly Diagnostic[], input: string): void {
  assert.ok(diagnostics.length > 0, "rejected without a word");
  const lines = input.split(/\r\n?|\n/).length;
  for (const one of diagnostics) {
    const { line, column } = one.place;
    assert.ok(line >= 1 && line <= lines && column >= 1, `no such place: ${formatDiagnostic(one)}`);
    assert.ok(one.fact !== "" && one.help !== "" && /^[a-z0-9-]+$/.test(one.code), formatDiagnostic(one));
  }
}

/** No input has added anything to what all objects have; what it has is taken away, so that the next one starts clean. */
function assertClean(): void {
  const added = shared.flatMap((prototype, index) =>
    Reflect.ownKeys(prototype)
      .filter((key) => !before[index]!.has(key))
      .map((key) => (Reflect.deleteProperty(prototype, key), String(key))),
  );
  assert.deepEqual(added, [], "prototypes have been changed");
}

/** Says that something may not be rejected here: what the program itself has written, above all. */
export function mustHold<T>(what: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (error instanceof SourceError) throw new Error(`${what}: ${error.message}`, { cause: error });
    throw error;
  }
}
