import type { Json } from "../../src/importers/json.ts";
import type { Point, Reading } from "../../src/importers/reading.ts";
import { common } from "./keys/common.ts";
import { dashboards } from "./keys/dashboards.ts";
import { databases } from "./keys/databases.ts";
import { harnesses } from "./keys/harnesses.ts";
import { http } from "./keys/http.ts";
import { javascript } from "./keys/javascript.ts";
import type { Key } from "./keys/key.ts";

/** One file's entry in expected.json. */
export type Expected = { readonly [key: string]: Json };

/** What a key means differs: `mean` of a micro-benchmark is that of its operation, elsewhere that of response times. */
const benchmarks: Readonly<Record<string, Key>> = { ...harnesses, ...dashboards, ...javascript };
const loads: Readonly<Record<string, Key>> = { ...http, ...databases };
const keysOf = ({ load }: Reading): Readonly<Record<string, Key>> =>
  load.loop === "none" ? { ...common, ...loads, ...benchmarks } : { ...common, ...benchmarks, ...loads };
const nowhere: Point = { series: null, labels: {}, x: [], metrics: {}, counts: {}, duration: null, flags: [] };

/** All that a reading has wrong against what is expected of its file; a key without a check is a fault too. */
export function faults(expected: Expected, reading: Reading): string[] {
  const { points = [], points_probe = [], points_per_host, hosts, runs, ...figures } = expected;
  const found: string[] = [];
  const names = [...new Set(reading.points.map((point) => point.series))];
  if (runs !== undefined && reading.points.length !== runs)
    found.push(`runs: ${reading.points.length} points, expected ${String(runs)}`);
  if (hosts !== undefined && String(names) !== String(hosts))
    found.push(`hosts: ${String(names)}, expected ${String(hosts)}`);
  if (points_per_host !== undefined && reading.points.length !== Number(points_per_host) * names.length)
    found.push(`${reading.points.length} points, expected ${String(points_per_host)} a host`);
  if (Array.isArray(figures["series"])) {
    for (const name of figures["series"] as string[]) if (!names.includes(name)) found.push(`series: no ${name}`);
    delete (figures as Record<string, unknown>)["series"];
  }
  for (const point of [...(points as Expected[]), ...(points_probe as Expected[])])
    found.push(...nearestFaults(point, reading));
  return [...found, ...nearestFaults(figures, reading)];
}

/** The faults of the point that has the fewest of them. */
function nearestFaults(expected: Expected, reading: Reading): string[] {
  const candidates = reading.points.length === 0 ? [nowhere] : reading.points;
  const [best] = candidates
    .map((point) => pointFaults(expected, point, reading))
    .toSorted((a, b) => a.length - b.length);
  return best!;
}

function pointFaults(expected: Expected, point: Point, reading: Reading): string[] {
  const keys = keysOf(reading);
  return Object.entries(expected).flatMap(([name, value]) => {
    const key = keys[name];
    return key === undefined
      ? [`${name}: no check for this key in test/importers/keys`]
      : key(value, point, reading, name);
  });
}
