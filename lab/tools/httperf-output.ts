/** The figures of one httperf report that the lab needs while it runs. Rates in 1/s, times in seconds. */
export interface HttperfReport {
  readonly connections: number;
  readonly requests: number;
  readonly replies: number;
  readonly duration: number;
  readonly requestRate: number;
  /** Over httperf's own samples of 5 s; null where it took none, stdev null where it took fewer than two. */
  readonly replyRate: { readonly mean: number | null; readonly stdev: number | null; readonly samples: number };
  /** Mean time from sending a request to the first byte of its reply, and from there to the last. */
  readonly response: number | null;
  readonly transfer: number | null;
  readonly connectionMedian: number | null;
  readonly errors: number;
  /** Connections that httperf could not even open, because it had no descriptor left. */
  readonly unopened: number;
}

/** Parse httperf's report; undefined when the text holds none. */
export function parseHttperf(text: string): HttperfReport | undefined {
  const total = numbers(text, /^Total: connections (\d+) requests (\d+) replies (\d+) test-duration ([\d.]+) s/m);
  if (total === undefined) return undefined;
  const [connections = 0, requests = 0, replies = 0, duration = 0] = total;
  const rate = numbers(text, /^Reply rate .*avg ([\d.]+) max [\d.]+ stddev ([\d.]+) \((\d+) samples\)/m);
  const [mean = 0, stdev = 0, samples = 0] = rate ?? [];
  const time = numbers(text, /^Reply time \[ms\]: response ([\d.]+) transfer ([\d.]+)/m);
  const answered = replies > 0 && time !== undefined;
  const median = numbers(text, /^Connection time \[ms\]: .*median ([\d.]+)/m)?.[0];
  return {
    connections,
    requests,
    replies,
    duration,
    requestRate: numbers(text, /^Request rate: ([\d.]+)/m)?.[0] ?? 0,
    replyRate: { mean: samples > 0 ? mean : null, stdev: samples > 1 ? stdev : null, samples },
    response: answered ? (time[0] ?? 0) / 1000 : null,
    transfer: answered ? (time[1] ?? 0) / 1000 : null,
    connectionMedian: answered && median !== undefined ? median / 1000 : null,
    errors: numbers(text, /^Errors: total (\d+)/m)?.[0] ?? 0,
    unopened: numbers(text, /^Errors: fd-unavail (\d+)/m)?.[0] ?? 0,
  };
}

function numbers(text: string, pattern: RegExp): number[] | undefined {
  return pattern.exec(text)?.slice(1).map(Number);
}
