import type { Diagnostic } from "../source/diagnostic.ts";
import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { percentileName } from "./known.ts";
import { parseNumber } from "./number.ts";
import { parseDuration } from "./quantity.ts";
import type { Point } from "./reading.ts";
import { splitReports } from "./split.ts";
import { vegetaAssumed, vegetaLoad, vegetaPoint } from "./vegeta-point.ts";

/** `vegeta report`: lines whose brackets name their columns; a file may hold several reports. */
export const vegetaText: WholeImporter = {
  name: "vegeta-text",
  title: "vegeta text report",
  tool: "vegeta",
  sign: "a line `Requests      [total, rate, throughput]  400, 100.25, 100.23`",
  claims: ({ text }) => /^\s*Requests +\[total, rate/m.test(text),
  read(sniff) {
    const points: Point[] = [];
    const warnings: Diagnostic[] = [];
    for (const { text, offset } of splitReports(sniff, /^\s*Requests +\[total, rate/)) {
      const point = toPoint(text);
      if (point !== null) points.push(point);
      else {
        const help = "Copy the report again, down to its status codes.";
        warnings.push(
          warn(sniff, offset, "report-incomplete", "this report has no latencies or status codes: left out", help),
        );
      }
    }
    return {
      format: "vegeta-report-text",
      tool: "vegeta",
      toolVersion: null,
      points,
      load: vegetaLoad,
      assumed: vegetaAssumed,
      environment: {},
      warnings,
    };
  },
};

function toPoint(text: string): Point | null {
  const requests = columns(text, "Requests");
  const times = columns(text, "Duration");
  const latencies = columns(text, "Latencies");
  const codes = /^\s*Status Codes +\[code:count\](.*)$/m.exec(text)?.[1];
  const count = parseNumber(requests.get("total") ?? "");
  if (count === null || latencies.size === 0 || codes === undefined) return null;
  const statuses = Object.fromEntries([...codes.matchAll(/(\d+):(\d+)/g)].map(([, code, n]) => [code!, Number(n)]));
  const good = Object.entries(statuses).reduce((sum, [code, n]) => (/^[23]/.test(code) ? sum + n : sum), 0);
  return vegetaPoint({
    attack: null,
    requests: count,
    rate: parseNumber(requests.get("rate") ?? ""),
    throughput: parseNumber(requests.get("throughput") ?? ""),
    attackTime: parseDuration(times.get("attack") ?? ""),
    wait: parseDuration(times.get("wait") ?? ""),
    latency: {
      stats: Object.fromEntries(
        [...latencies].map(([name, time]) => [/^\d/.test(name) ? percentileName(name) : name, parseDuration(time)]),
      ),
      n: count,
      nOf: "requests",
      percentiles: "t-digest",
    },
    statuses,
    failed: count - good,
    bytesIn: parseNumber(columns(text, "Bytes In").get("total") ?? ""),
    start: null,
  });
}

/** `Name  [a, b]  1, 2` as a → 1, b → 2. Versions print different columns. */
function columns(text: string, name: string): ReadonlyMap<string, string> {
  const [, names = "", values = ""] = new RegExp(`^\\s*${name} +\\[([^\\]]*)\\] +(.*)$`, "m").exec(text) ?? [];
  const cells = values.trim().split(/, */);
  return new Map(names.split(/, */).flatMap((column, i) => (cells[i] === undefined ? [] : [[column, cells[i]]])));
}
