import { criterionTitle, elementRate } from "./criterion-name.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { parseDuration, parseScaled } from "./quantity.ts";
import type { Figures, Point } from "./reading.ts";

const time = / time: +\[([\d.]+ [a-zµμ]+) ([\d.]+ [a-zµμ]+) ([\d.]+ [a-zµμ]+)\]/;
const throughput = /^ +thrpt: +\[[\d.]+ \S+ ([\d.]+) (\S+) [\d.]+ \S+\]/;

/** What criterion prints: an estimate between the ends of its interval. */
export const criterionText: WholeImporter = {
  name: "criterion-text",
  title: "criterion text",
  tool: "criterion",
  sign: "a line `fib 10   time:   [131.60 ns 132.08 ns 132.67 ns]`",
  claims: ({ text }) => time.test(text),
  read: ({ text }) => ({
    format: "criterion-stdout",
    tool: "criterion",
    toolVersion: null,
    points: pointsOf(text.split("\n")),
    load: noLoad,
    assumed: ["Intervals are of 95 %, criterion's default. Its new/estimates.json has mean, deviation and samples."],
    environment: {},
    warnings: [],
  }),
};

/** A long name stands alone on the line above its figures; so does what passes through below them. */
function pointsOf(lines: readonly string[]): Point[] {
  return lines.flatMap((line, i): Point[] => {
    const found = time.exec(line);
    if (found === null) return [];
    const [low = null, value = null, high = null] = found.slice(1).map(parseDuration);
    const title = line.slice(0, found.index).trim() || (lines[i - 1] ?? "").trim();
    if (low === null || value === null || high === null || title === "") return [];
    return [
      {
        ...criterionTitle(title),
        metrics: known<Figures>({
          time_per_op: { stats: { value }, ci: { low, high, level: 0.95, method: "bootstrap" } },
          ...rateOf(throughput.exec(lines[i + 1] ?? "")),
        }),
        counts: {},
        duration: null,
        flags: [],
      },
    ];
  });
}

/** `7.1939 GiB/s` or `12.5 Melem/s`. */
function rateOf(found: RegExpExecArray | null): Record<string, Figures | null> {
  const [, figure, unit = ""] = found ?? [];
  if (figure === undefined) return {};
  const [, prefix, what] = /^([KMGT]?i?)(B|elem)\/s$/.exec(unit) ?? [];
  if (what === undefined) return {};
  const value = parseScaled(`${figure}${prefix}${prefix?.endsWith("i") ? "B" : ""}`, 1000);
  if (value === null) return {};
  return what === "B"
    ? { transferred: { stats: { value } } }
    : { elements_per_second: { stats: { value }, metric: elementRate } };
}
