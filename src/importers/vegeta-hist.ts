import { flag } from "./flags.ts";
import { distributionPoints } from "./distribution-point.ts";
import type { WholeImporter } from "./importer.ts";
import { parseDuration } from "./quantity.ts";
import type { PointFlag } from "./reading.ts";
import { rank } from "./scan/distribution.ts";
import { vegetaLoad } from "./vegeta-point.ts";

const header = /^Bucket +# +% +Histogram *$/m;

/** `vegeta report -type='hist[0,10ms,…]'`: how many answers fell between the author's bounds. */
export const vegetaHist: WholeImporter = {
  name: "vegeta-hist",
  title: "vegeta histogram (hist)",
  tool: "vegeta",
  sign: "the header `Bucket           #     %       Histogram`",
  // Behind a text report the histogram says less than the report itself.
  claims: ({ text }) => header.test(text) && !/^Requests +\[total/m.test(text),
  read({ text }) {
    const buckets = [...text.matchAll(/^\[[^,\]]+, *([^\]]+)\] +(\d+) +[\d.]+%/gm)].map(([, upper = "", count]) => ({
      upper: parseDuration(upper),
      count: Number(count),
    }));
    const n = buckets.reduce((sum, { count }) => sum + count, 0);
    const bounded = buckets.flatMap(({ upper, count }) => (upper === null || count === 0 ? [] : [{ upper, count }]));
    const histogram = { values: bounded.map(({ upper }) => upper), counts: bounded.map(({ count }) => count) };
    const beyond = n - histogram.counts.reduce((sum, count) => sum + count, 0);
    // A percentile that lies in the last bucket, which has no end, is not known.
    const found = [50, 75, 90, 95, 99].map((percent) => [`p${percent}`, rank(histogram, n, percent) ?? null] as const);
    const flags: PointFlag[] = found
      .filter(([, value]) => value === null)
      .map(([name]) => flag("truncated", `${beyond} of ${n} answers took longer than the last bound`, "latency", name));
    return {
      format: "vegeta-hist",
      tool: "vegeta",
      toolVersion: null,
      points: distributionPoints(
        {
          stats: Object.fromEntries(found),
          n,
          ...(beyond === 0 ? { histogram } : {}),
          percentiles: "nearest-rank",
        },
        "requests",
        flags,
      ),
      rows: buckets.length,
      load: { loop: vegetaLoad.loop, coordinatedOmission: vegetaLoad.coordinatedOmission },
      assumed: [
        "Percentiles are upper bounds of buckets: no better than the bounds that were asked for.",
        "The file says neither the rate nor how many requests failed.",
      ],
      environment: {},
      warnings: [],
    };
  },
};
