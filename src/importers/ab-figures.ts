import { percentileName } from "./known.ts";
import { parseNumber } from "./number.ts";

/** The figures of one ab report, in base units; null where a line is missing, all null when it breaks off. */
export function abFigures(text: string) {
  const line = (name: string) => new RegExp(`^ *${name}:[ \\t]+(\\S+)`, "m").exec(text)?.[1] ?? null;
  const number = (name: string) => {
    const found = line(name);
    return found === null ? null : parseNumber(found);
  };
  const [, connect = "0", receive = "0", length = "0", exceptions = "0"] =
    /\(Connect: (\d+), (?:Receive: (\d+), )?Length: (\d+), Exceptions: (\d+)\)/.exec(text) ?? [];
  const kibibytes = number("Transfer rate");
  const first = number("Time per request");
  return {
    version: /^This is ApacheBench, Version (\S+)/m.exec(text)?.[1] ?? null,
    host: line("Server Hostname"),
    path: line("Document Path"),
    software: line("Server Software"),
    concurrency: number("Concurrency Level"),
    duration: number("Time taken for tests"),
    complete: number("Complete requests"),
    failed: number("Failed requests") ?? 0,
    failures: {
      Connect: Number(connect),
      Receive: Number(receive),
      Length: Number(length),
      Exceptions: Number(exceptions),
    },
    bad: number("Non-2xx responses") ?? 0,
    rate: number("Requests per second"),
    // The second line of this name is the first divided by the concurrency: no response time.
    mean: first === null ? null : first / 1e3,
    transferred: kibibytes === null ? null : kibibytes * 1024,
    whole: wholeMilliseconds(text),
  };
}

/** What ab prints in whole milliseconds: the "Total" line and the table of percentiles. */
function wholeMilliseconds(text: string): Record<string, number | null> {
  const total = /^Total: +(\d+) +\d+ +([\d.]+) +\d+ +(\d+)/m.exec(text);
  const [min = null, stdev = null, max = null] = (total ?? []).slice(1).map((cell) => Number(cell) / 1e3);
  const percentiles = [...text.matchAll(/^ +(\d+)% +(\d+)/gm)].map(([, percent, milliseconds]) => [
    percentileName(percent!),
    Number(milliseconds) / 1e3,
  ]);
  return { ...(total === null ? {} : { min, stdev, max }), ...Object.fromEntries(percentiles) };
}
