import type { Found } from "./input.ts";

/**
 * What the content calls a point: its series, and those of its parameters that are not x and differ within that series.
 * `axis` is the name of x.
 */
export function contentName(found: readonly Found[], axis: string): (one: Found) => string {
  const differing = new Map<string, string[]>();
  for (const [series, points] of bySeries(found)) {
    const names = new Set(points.flatMap(({ point }) => Object.keys(point.parameters ?? {})));
    const differs = (name: string) => new Set(points.map(({ point }) => point.parameters?.[name])).size > 1;
    differing.set(
      series,
      [...names].filter((name) => name !== axis && differs(name)),
    );
  }
  return ({ point }) => {
    const { series, parameters = {} } = point;
    const set = differing.get(series ?? "")!.flatMap((name) => {
      const value = parameters[name];
      return value === undefined ? [] : [`${name}=${value}`];
    });
    return [series ?? "", ...set].filter((part) => part !== "").join(" ");
  };
}

function bySeries(found: readonly Found[]): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) {
    const series = one.point.series ?? "";
    const group = groups.get(series);
    if (group === undefined) groups.set(series, [one]);
    else group.push(one);
  }
  return groups;
}
