import { readName } from "./file-name.ts";
import type { Notes, Placed } from "./input.ts";

/** One thing in which points may differ beside their x: its value at a point, null where the point has none. */
interface Difference {
  readonly of: (one: Placed) => string | null;
  /** For people; null for folders, which need no words. */
  readonly name: string | null;
}

/**
 * Points of one series at one x are repeated runs only where nothing else differs. Those that stand in folders of other
 * names, or were measured with other threads, sizes or addresses, become series of their own. `plain` is the name that a
 * series has for want of another.
 */
export function tellApart(placed: readonly Placed[], axis: string, plain: string, notes: Notes): readonly Placed[] {
  const folder = folderNames(placed);
  return [...new Set(placed.map(({ series }) => series))].flatMap((series) => {
    const points = placed.filter((one) => one.series === series);
    const found = differences(points, axis, folder);
    if (found.length === 0) return points;
    for (const { name } of found)
      if (name !== null) notes.assume(`Points that differ in ${name} are series of their own.`);
    return points.map((one) => {
      const parts = found.map(({ of, name }) => labelled(name, of(one))).filter((part) => part !== "");
      const [first = "", ...rest] = found[0]!.name === null ? parts : ["", ...parts];
      const own = [first, series === plain && parts.length > 0 ? "" : series, ...rest].filter((part) => part !== "");
      return { ...one, series: own.join(" ") };
    });
  });
}

/** In what points at the same place differ: folders first, and what folders tell apart needs no other word. */
function differences(points: readonly Placed[], axis: string, folder: Difference): Difference[] {
  let together = grouped([points], ({ x }) => String(x));
  const found: Difference[] = [];
  for (const one of [folder, ...quantities(together.flat(), axis)]) {
    const differ = together.some((some) => new Set(some.map(one.of).filter((value) => value !== null)).size > 1);
    if (!differ) continue;
    found.push(one);
    together = grouped(together, (point) => one.of(point) ?? "");
  }
  return found;
}

/** Groups cut further by a key; what stands alone is left out. */
function grouped(groups: readonly (readonly Placed[])[], keyOf: (one: Placed) => string): Placed[][] {
  return groups.flatMap((some) => {
    const parts = new Map<string, Placed[]>();
    for (const one of some) parts.set(keyOf(one), [...(parts.get(keyOf(one)) ?? []), one]);
    return [...parts.values()].filter((part) => part.length > 1);
  });
}

/** What points say of how they were measured, in their content or the names of their files. */
function quantities(points: readonly Placed[], axis: string): Difference[] {
  const fromNames = new Map(points.map(({ input }) => [input.file, readName(input.file).quantities]));
  const names = points.flatMap(({ point, input }) => [
    ...point.x.map((one) => one.name),
    ...fromNames.get(input.file)!.map((one) => one.name),
  ]);
  return [...new Set([...names, "url"])]
    .filter((name) => name !== axis && name !== "time" && name !== "date")
    .map((name) => ({
      name,
      of({ point, input }) {
        const one = point.x.find((x) => x.name === name) ?? fromNames.get(input.file)?.find((x) => x.name === name);
        return one === undefined ? (point.labels[name] ?? null) : String(one.value);
      },
    }));
}

function labelled(name: string | null, value: string | null): string {
  if (value === null) return "";
  return name === null || name === "url"
    ? value.replace(/^\w+:\/\/[^/]+(?=\/.)/, "")
    : `${name.replaceAll("_", " ")} ${value}`;
}

/** The folders in which files differ, without what counts runs or names a quantity: `node`, `python`. */
function folderNames(placed: readonly Placed[]): Difference {
  const folders = new Map(placed.map(({ input }) => [input.file, input.file.split("/").slice(0, -1)]));
  const all = [...folders.values()];
  const shared = new Set(all[0]?.filter((name) => all.every((names) => names.includes(name))));
  const own = new Map(
    [...folders].map(([file, names]) => {
      const telling = names.filter((name) => !shared.has(name)).map((name) => readName(name).rest);
      return [file, telling.filter((name) => name !== "").join(" ")];
    }),
  );
  return { name: null, of: ({ input }) => own.get(input.file)! };
}
