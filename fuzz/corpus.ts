import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const tests = join(import.meta.dirname, "..", "test");

/** Files of the tests that are small enough to be changed by the thousand, in a fixed order. */
export function corpus(folder: string, name: RegExp, encoding: "utf8" | "latin1" = "utf8", most = 8000): string[] {
  return readdirSync(join(tests, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .sort()
    .map((file) => join(tests, folder, file))
    .filter((file) => statSync(file).size <= most)
    .map((file) => readFileSync(file, encoding));
}
