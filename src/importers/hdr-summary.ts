import { unitOf } from "./hgrm.ts";
import { distributionPoints } from "./distribution-point.ts";
import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, numberAt } from "./json.ts";
import { percentileName } from "./known.ts";

/** What hdr-histogram-js makes of a histogram as JSON: percentiles without a unit. */
export const hdrSummary: WholeImporter = {
  name: "hdr-summary",
  title: "HdrHistogram summary (hdr-histogram-js)",
  tool: "hdrhistogram",
  sign: "JSON with p50, p97_5, max and totalCount",
  claims: ({ json }) => ["p50", "p97_5", "max", "totalCount"].every((key) => numberAt(json, key) !== null),
  read({ json }, options) {
    const { unit, perSecond, assumed } = unitOf(options);
    const n = numberAt(json, "totalCount") ?? 0;
    const stats = entriesAt(json).flatMap(([name, value]) => {
      const percent = /^p(\d+(?:_\d+)?)$/.exec(name)?.[1]?.replace("_", ".");
      return percent === undefined || typeof value !== "number"
        ? []
        : [[percentileName(percent), value / perSecond] as const];
    });
    const max = numberAt(json, "max");
    return {
      format: "hdr-histogram-js-summary",
      tool: "hdrhistogram",
      toolVersion: null,
      points:
        at(json, "max") === null
          ? []
          : distributionPoints(
              {
                stats: { ...Object.fromEntries(stats), max: max === null ? null : max / perSecond },
                n,
                percentiles: "hdr-histogram",
              },
              "samples",
            ),
      load: { loop: "unknown", coordinatedOmission: "unknown" },
      assumed: [...assumed, "Percentiles are bottoms of buckets: a little low."],
      environment: { unit },
      warnings: [],
    };
  },
};
