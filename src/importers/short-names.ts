/**
 * Qualified names without the packages: class and method, or as many of the last parts as tell all of them apart.
 * `org.a.Copy.run` → `Copy.run`
 */
export function shortNames(names: Iterable<string>): ReadonlyMap<string, string> {
  const all = [...new Set(names)];
  const longest = Math.max(2, ...all.map((name) => name.split(".").length));
  for (let parts = 2; parts < longest; parts++) {
    const short = new Map(all.map((name) => [name, name.split(".").slice(-parts).join(".")]));
    if (new Set(short.values()).size === all.length) return short;
  }
  return new Map(all.map((name) => [name, name]));
}
