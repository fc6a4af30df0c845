/** A benchmark's name, and the suite, class or group in which it stands. */
export interface GroupedName {
  readonly group: string | null;
  readonly name: string;
  /** What it was given, in words, where that is not in the name: `n=5`. */
  readonly given?: string;
}

/** How a benchmark is called on a line over a parameter, and where it stands over names. */
export interface PlacedName {
  readonly series: string;
  readonly fullName: string;
  /** The line over names; null where the names alone tell all apart. */
  readonly variant: string | null;
}

/**
 * Names that stand in several groups are ways of doing what the group is called (`sort` by native and lodash): groups are
 * then the places over names and each way is a line. Names that stand once are places themselves.
 */
export function placeNames(all: readonly GroupedName[]): PlacedName[] {
  const groups = new Map<string, Set<string | null>>();
  for (const { group, name } of all) groups.set(name, (groups.get(name) ?? new Set()).add(group));
  const ways = [...groups.values()].some((found) => found.size > 1);
  return all.map(({ group, name, given = "" }) => {
    const place = (base: string) => (given === "" ? base : `${base} (${given})`);
    return ways && group !== null
      ? { series: `${group} > ${name}`, fullName: place(group), variant: name }
      : { series: name, fullName: place(name), variant: null };
  });
}
