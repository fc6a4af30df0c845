import { known } from "./known.ts";
import { share } from "./rates.ts";
import type { Figures, Point } from "./reading.ts";
import { type Distribution, distribution } from "./scan/distribution.ts";
import { tally } from "./scan/tally.ts";
import { httpErrors } from "./statuses.ts";

/** The requests of one label, or of all. */
export interface RequestSamples {
  readonly count: number;
  /** Times in milliseconds; `start` is when the sample began. */
  add(start: number, elapsed: number, good: boolean, code: string, bytes: number, threads: number): void;
  /** Takes all requests of another in. */
  include(other: RequestSamples): void;
  /** What is known beside the times, for `include`. */
  readonly parts: Parts;
  /** `dated` says that times are epoch times: formatted dates have no time zone and tell only how long it took. */
  point(label: string, dated?: boolean): Point;
}

interface Parts {
  readonly times: Distribution;
  readonly codes: ReadonlyMap<string, number>;
  readonly failed: number;
  readonly bytesIn: number;
  readonly threadsUsed: number;
  readonly first: number;
  readonly end: number;
}

/** More kinds of failure than anybody reads, when a script puts details into its response codes. */
const maxCodes = 200;

export function requestSamples(): RequestSamples {
  const times = distribution();
  const codes = tally<string>(maxCodes);
  let failed = 0;
  let bytesIn = 0;
  let threadsUsed = 0;
  let first = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  return {
    get count() {
      return times.count;
    },
    add(start, elapsed, good, code, bytes, threads) {
      times.record(elapsed * 1e6);
      if (start < first) first = start;
      if (start + elapsed > end) end = start + elapsed;
      if (!good) failed++;
      if (bytes > 0) bytesIn += bytes;
      if (threads > threadsUsed) threadsUsed = threads;
      codes.add(code);
    },
    include({ parts }) {
      times.include(parts.times);
      for (const [code, count] of parts.codes) codes.add(code, count);
      failed += parts.failed;
      bytesIn += parts.bytesIn;
      threadsUsed = Math.max(threadsUsed, parts.threadsUsed);
      first = Math.min(first, parts.first);
      end = Math.max(end, parts.end);
    },
    get parts() {
      return { times, codes: codes.counts, failed, bytesIn, threadsUsed, first, end };
    },
    point(label, dated = true) {
      const n = times.count;
      const duration = end > first ? (end - first) / 1e3 : null;
      const all = [...codes.counts];
      const http = all.filter(([code]) => /^\d{3}$/.test(code));
      const statuses = Object.fromEntries(http);
      const rates: Record<string, Figures> =
        duration === null
          ? {}
          : {
              request_rate: { stats: { value: n / duration } },
              throughput: { stats: { value: (n - failed) / duration } },
              ...(bytesIn > 0 ? { transferred: { stats: { value: bytesIn / duration } } } : {}),
            };
      return {
        series: label,
        labels: { label },
        x: threadsUsed > 0 ? [{ name: "concurrency", value: threadsUsed, unit: null }] : [],
        metrics: known<Figures>({
          latency: withResolution(times.figures("samples")),
          ...rates,
          errors: { stats: { value: failed } },
          error_ratio: share(failed, n),
          http_error_ratio: share(
            httpErrors(statuses),
            http.reduce((sum, [, count]) => sum + count, 0),
          ),
        }),
        counts: { samples: n, requests: n, errors: failed },
        statuses,
        errorsBy: Object.fromEntries(all.filter(([code]) => code !== "" && !/^\d{3}$/.test(code))),
        duration,
        ...(dated && Number.isFinite(first) ? { time: first / 1e3 } : {}),
        flags: [],
      };
    },
  };
}

function withResolution(figures: Figures | null): Figures | null {
  return figures === null ? null : { ...figures, resolution: 1e-3 };
}
