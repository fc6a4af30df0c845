import { readName } from "./file-name.ts";
import type { DatasetOptions } from "./options.ts";
import { mergeHosts } from "./hosts.ts";
import type { Cell, Notes, Placed, Run } from "./input.ts";
import { compareNames } from "./order.ts";
import { isAdditive } from "./quantity-names.ts";
import { isHost } from "./series.ts";
import { mergeFlags } from "./runs.ts";

/** Points of one series at one x are runs of one point; with hosts merged, the k-th of each host are one run. */
export function toCells(placed: readonly Placed[], x: string, options: DatasetOptions, notes: Notes): Cell[] {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const key = JSON.stringify([one.series, one.x]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  if (options.merge === undefined) sayRepeats([...groups.values()], notes);
  return [...groups.values()].flatMap((group): Cell[] => {
    const { series, x: value } = group[0]!;
    if (options.merge !== "hosts") return [{ series, x: value, runs: group.map(({ point }) => point) }];
    return hostCell(
      group,
      placed.filter((one) => one.series === series),
      x,
      options,
      notes,
    );
  });
}

function sayRepeats(groups: readonly (readonly Placed[])[], notes: Notes): void {
  const several = groups.filter((group) => {
    const files = new Set(group.map(({ input }) => input.file));
    return files.size > 1 && ![...files].every((file) => readName(file).counted);
  });
  if (several.length === 0) return;
  notes.assume("Files with the same series and x are taken for repeated runs, not for hosts of one run.");
}

function hostCell(
  group: readonly Placed[],
  all: readonly Placed[],
  x: string,
  options: DatasetOptions,
  notes: Notes,
): Cell[] {
  const { series, x: value, input } = group[0]!;
  const hostOf = hostNames(all);
  const names = [...new Set(all.map(hostOf))].toSorted(compareNames);
  const members = names.map((name) => group.filter((one) => hostOf(one) === name));
  const runs = Math.max(...members.map((points) => points.length));
  const lacking = names.filter((_, i) => members[i]!.length < runs);
  if (lacking.length > 0) {
    const fact = `at ${x} ${value} ${lacking.length} of ${names.length} hosts have no figures: the point is left out`;
    notes.warn(
      input.file,
      "host-missing",
      fact,
      "A sum needs all hosts: add the missing file, or leave the others out.",
    );
    return [];
  }
  const sum = typeof value === "number" && isAdditive(x) ? value * names.length : value;
  return [
    {
      series,
      x: sum,
      runs: Array.from({ length: runs }, (_, k) =>
        merged(
          members.map((one) => one[k]!),
          options,
          notes,
        ),
      ),
    },
  ];
}

function merged(hosts: readonly Placed[], { weights = "replies" }: DatasetOptions, notes: Notes): Run {
  const points = hosts.map(({ point }) => point);
  if (points.length === 1) return points[0]!;
  return {
    metrics: mergeHosts(points, { weights, notes }),
    flags: mergeFlags(
      points.map(({ flags }) => flags),
      "hosts",
    ),
  };
}

/**
 * The machine that made a point's load: named by the content, else by what tells the names of the files apart; where
 * nothing does, the files at one x are a host each.
 */
function hostNames(placed: readonly Placed[]): (one: Placed) => string {
  if (new Set(placed.map(named)).size > 1) return named;
  const files = new Map<string, string[]>();
  for (const { x, input } of placed) files.set(String(x), [...new Set([...(files.get(String(x)) ?? []), input.file])]);
  return ({ x, input }) => `${files.get(String(x))!.indexOf(input.file) + 1}`;
}

function named({ point, input, x }: Placed): string {
  return isHost(point) ? point.series! : readName(input.file, typeof x === "number" ? x : null).rest;
}
