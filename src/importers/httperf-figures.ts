import { parseNumber } from "./number.ts";

/** The figures of one httperf report, in base units. */
export function httperfFigures(text: string) {
  const pick = (pattern: RegExp): (number | null)[] =>
    (pattern.exec(text) ?? []).slice(1).map((group) => parseNumber(group ?? ""));
  const options = commandOptions(text);
  const [connections = 0, requests = 0, replies = 0, duration = 0] = pick(
    /^Total: connections (\S+) requests (\S+) replies (\S+) test-duration (\S+) s/m,
  ).map((figure) => figure ?? 0);
  const [connectionRate = null] = pick(/^Connection rate: (\S+) conn\/s/m);
  const [maxConcurrency = null] = pick(/<=(\d+) concurrent connections/);
  const [min = null, mean = null, max = null, median = null, stdev = null] = pick(
    /^Connection time \[ms\]: min (\S+) avg (\S+) max (\S+) median (\S+) stddev (\S+)/m,
  ).map(milliseconds);
  const [requestRate = null] = pick(/^Request rate: (\S+) req\/s/m);
  const reply = pick(/^Reply rate \[replies\/s\]: min (\S+) avg (\S+) max (\S+) stddev (\S+) \((\d+) samples?\)/m);
  const [latency = null] = pick(/^Reply time \[ms\]: response (\S+)/m).map(milliseconds);
  const [kibibytes = null] = pick(/^Net I\/O: (\S+) KB\/s/m);
  const [errors = null] = pick(/^Errors: total (\d+)/m);
  return {
    options,
    connections,
    requests,
    replies,
    duration,
    connectionRate,
    maxConcurrency,
    connectionTime: { min, mean, max, median, stdev },
    requestRate,
    replyRate: { min: reply[0] ?? null, mean: reply[1] ?? null, max: reply[2] ?? null, stdev: reply[3] ?? null },
    replySamples: reply[4] ?? null,
    latency,
    transferred: kibibytes === null ? null : kibibytes * 1024,
    statuses: pairs(/^Reply status: (.*)$/m.exec(text)?.[1] ?? "", /(\dxx)=(\d+)/g),
    errors,
    errorsBy: pairs(
      [...text.matchAll(/^Errors: (?:total \d+ )?(.*)$/gm)].map((line) => line[1]).join(" "),
      /([a-z-]+) (\d+)/g,
    ),
    demandedRequestRate: demandedRate(options),
  };
}

/** The options in the command line with which a report begins: `--rate=200` is rate → 200. */
function commandOptions(text: string): ReadonlyMap<string, string> {
  const line = /^httperf --.*$/m.exec(text)?.[0] ?? "";
  return new Map([...line.matchAll(/--([a-z-]+)(?:=(\S+))?/g)].map((option) => [option[1]!, option[2] ?? ""]));
}

/** Connections asked for per second times calls on each; sessions (--wsess) demand no rate of requests. */
function demandedRate(options: ReadonlyMap<string, string>): number | null {
  if (options.has("wsess") || options.has("wlog")) return null;
  const period = Number(/^[de]?([\d.]+)$/.exec(options.get("period") ?? "")?.[1] ?? Number.NaN);
  const rate = period > 0 ? 1 / period : Number(options.get("rate") ?? Number.NaN);
  const calls = Number(options.get("num-calls") ?? 1);
  return rate > 0 && calls > 0 ? rate * calls : null;
}

function pairs(text: string, pattern: RegExp): Record<string, number> {
  return Object.fromEntries([...text.matchAll(pattern)].map((pair) => [pair[1]!, Number(pair[2])]));
}

function milliseconds(figure: number | null): number | null {
  return figure === null ? null : figure / 1e3;
}
