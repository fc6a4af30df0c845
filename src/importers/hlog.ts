import type { Diagnostic } from "../source/diagnostic.ts";
import { fail, warnLine } from "./fault.ts";
import { type Interval, intervalIn, mergedFigures, unitsPerSecond } from "./hlog-intervals.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import type { Point } from "./reading.ts";

/**
 * HdrHistogram's log of intervals (.hlog): all intervals of a tag together are a point; with `--x time` each is one.
 */
export const hlog: WholeImporter = {
  name: "hlog",
  title: "HdrHistogram log (.hlog)",
  tool: "hdrhistogram",
  sign: 'the header `"StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"`',
  claims: ({ text }) =>
    /^#\[Histogram log format version|^"StartTimestamp","Interval_Length"/m.test(text) ||
    /^(?:Tag=[^,]*,)?[\d.]+,[\d.]+,[\d.]+,HISTF/.test(text),
  read(sniff, { x }) {
    const intervals: Interval[] = [];
    const warnings: Diagnostic[] = [];
    sniff.text.split("\n").forEach((line, i) => {
      if (!line.includes("HISTF") && !/^(?:Tag=|[\d.])/.test(line)) return;
      const interval = intervalIn(line);
      const help = "Copy the log again if it was cut off.";
      if (interval !== null) intervals.push(interval);
      else warnings.push(warnLine(sniff, i + 1, "line-damaged", "no interval with a histogram: left out", help));
    });
    if (intervals.length === 0)
      fail(sniff, 0, "log-empty", "this log has no interval that can be read", "Log a run, or copy the file again.");
    const perSecond = unitsPerSecond(intervals);
    const started = Number(/^#\[(?:StartTime|BaseTime): ([\d.]+)/m.exec(sniff.text)?.[1] ?? Number.NaN);
    const tags = [...new Set(intervals.map(({ tag }) => tag))];
    const groups =
      x === "time" ? intervals.map((one) => [one]) : tags.map((tag) => intervals.filter((one) => one.tag === tag));
    return {
      format: "hlog",
      tool: "hdrhistogram",
      toolVersion: null,
      points: groups.map((group) => toPoint(group, perSecond, started, x === "time")),
      rows: intervals.length,
      load: { loop: "unknown", coordinatedOmission: "unknown" },
      assumed: [
        `Interval_Max is in milliseconds, as is usual; the histograms are then in ${units.get(perSecond) ?? "milliseconds"}.`,
        ...(x === "time" ? [] : ["All intervals of a tag are one distribution (--x time keeps them apart)."]),
      ],
      environment: {},
      warnings,
    };
  },
};

const units = new Map([
  [1e3, "milliseconds"],
  [1e6, "microseconds"],
  [1e9, "nanoseconds"],
]);

function toPoint(intervals: readonly Interval[], perSecond: number, started: number, alone: boolean): Point {
  const first = intervals[0]!;
  const latency = mergedFigures(intervals, perSecond);
  // Starts of intervals are relative to the log's, unless they are epoch times already.
  const time = first.start > 1e8 ? first.start : started + first.start;
  return {
    series: first.tag === "" ? null : first.tag,
    labels: first.tag === "" ? {} : { tag: first.tag },
    x: alone ? [{ name: "time", value: first.start, unit: "s" }] : [],
    metrics: known({ latency }),
    counts: { samples: latency?.n ?? 0, intervals: intervals.length },
    duration: intervals.reduce((sum, { length }) => sum + length, 0),
    ...(Number.isNaN(time) ? {} : { time }),
    flags: [],
  };
}
