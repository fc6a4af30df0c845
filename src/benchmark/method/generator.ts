import type { Method } from "./method.ts";

/**
 * The program that made the load with its version: "wrk2 44a94c1"; null where no name is known. Where several are listed, each stands
 * beside its own version, if there are as many versions as names; if not, nobody can know which belongs to which, and both lists stand
 * as they were written.
 */
export function generatorWords({ name, version }: Method["load"]["generator"]): string | null {
  if (!name) return null;
  if (!version) return name;
  const [names, versions] = [name, version].map(listed) as [string[], string[]];
  const paired = names.length > 1 && names.length === versions.length && versions.every(isVersion);
  return paired ? joined(names.map((one, i) => `${one} ${versions[i]}`)) : `${name} ${version}`;
}

/** The parts of "a, b and c". */
function listed(text: string): string[] {
  return text.split(/\s*,\s*(?:and\s+)?|\s+and\s+/);
}

/** One word with a digit: a remark that holds an "and" or a comma is none. */
function isVersion(text: string): boolean {
  return /^\S*\d\S*$/.test(text);
}

function joined(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
