import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { spawnedClients } from "./spawned.ts";
import { splitReports } from "./split.ts";
import { weighttpLoad } from "./weighttp.ts";

const finished = /^finished in (\d+) sec, (\d+) millisec and (\d+) microsec, (\d+) req\/s, (\d+) kbyte\/s/m;

/** weighttp 0.4: text without response times. */
export const weighttpText: WholeImporter = {
  name: "weighttp-text",
  title: "weighttp text",
  tool: "weighttp",
  sign: "a line `finished in 0 sec, 796 millisec and 589 microsec, 25107 req/s, 28220 kbyte/s`",
  claims: ({ text }) => finished.test(text),
  read(sniff) {
    const parts = splitReports(sniff, /^(?:weighttp [\d.]+ - |finished in )/);
    const banners = parts.filter(({ text }) => text.startsWith("weighttp") && text.includes("spawning"));
    // A report is its banner and what follows it, up to the next banner; without banners its last lines alone.
    const reports = banners.length > 0 ? splitReports(sniff, /^weighttp [\d.]+ - /) : parts;
    return {
      format: "weighttp-text",
      tool: "weighttp",
      toolVersion: /^weighttp (\d\S*) /m.exec(sniff.text)?.[1] ?? null,
      points: reports.map(({ text }) => toPoint(text)).filter((point) => point !== null),
      load: weighttpLoad,
      assumed: ["kbyte are 1024 bytes."],
      environment: {},
      warnings: [],
    };
  },
};

function toPoint(text: string): Point | null {
  const line = finished.exec(text);
  if (line === null) return null;
  const [seconds = 0, milli = 0, micro = 0, rate = 0, kibibytes = 0] = line.slice(1).map(Number);
  const count = (name: string, pattern: RegExp) =>
    Number(new RegExp(`(\\d+) ${name}`).exec(pattern.exec(text)?.[0] ?? "")?.[1] ?? 0);
  const done = count("done", /^requests:.*$/m);
  const bad = count("failed", /^requests:.*$/m);
  const errors = count("errored", /^requests:.*$/m);
  const clients = spawnedClients(text);
  const codes = /^status codes:(.*)$/m.exec(text)?.[1] ?? "";
  return {
    series: null,
    labels: {},
    x: clients === null ? [] : [{ name: "concurrency", value: clients, unit: null }],
    metrics: known<Figures>({
      ...answerRates(rate, done, bad),
      transferred: { stats: { value: kibibytes * 1024 } },
      errors: { stats: { value: errors } },
      error_ratio: share(errors + bad, done + errors),
      http_error_ratio: share(bad, done),
    }),
    counts: { requests: done, errors },
    statuses: Object.fromEntries([...codes.matchAll(/(\d+) (\dxx)/g)].map(([, n, group]) => [group!, Number(n)])),
    duration: seconds + milli / 1e3 + micro / 1e6,
    flags: [],
  };
}
