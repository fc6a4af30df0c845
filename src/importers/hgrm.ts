import { distributionPoints } from "./distribution-point.ts";
import type { ReadOptions, WholeImporter } from "./importer.ts";
import { toSeconds } from "./quantity.ts";
import { spectrumFooter, spectrumHistogram, spectrumRows, spectrumStats } from "./spectrum.ts";
import { isWrkText } from "./wrk-figures.ts";

/** HdrHistogram's table of percentiles (.hgrm), as many tools write it. Its unit is written nowhere. */
export const hgrm: WholeImporter = {
  name: "hgrm",
  title: "HdrHistogram percentiles (.hgrm)",
  tool: "hdrhistogram",
  sign: "the header `Value     Percentile TotalCount 1/(1-Percentile)`",
  claims: ({ text }) => /^ *Value +Percentile +TotalCount +1\/\(1-Percentile\)/m.test(text) && !isWrkText(text),
  read({ text }, options) {
    const { unit, perSecond, assumed } = unitOf(options);
    const rows = spectrumRows(text);
    const footer = spectrumFooter(text);
    const n = footer?.n ?? rows.at(-1)?.count ?? 0;
    // The last line is the top of its bucket; the footer has the maximum itself.
    const exact =
      footer === null
        ? {}
        : { mean: footer.mean / perSecond, stdev: footer.stdev / perSecond, max: footer.max / perSecond };
    return {
      format: "hgrm",
      tool: "hdrhistogram",
      toolVersion: null,
      points: distributionPoints(
        {
          stats: { ...spectrumStats(rows, perSecond), ...exact },
          n,
          stdevKind: "population",
          histogram: spectrumHistogram(rows, perSecond),
          percentiles: "hdr-histogram",
        },
        "samples",
      ),
      rows: rows.length,
      load: { loop: "unknown", coordinatedOmission: "unknown" },
      assumed: [
        ...assumed,
        "Percentiles between two lines of the table are those of the line above them: upper bounds.",
      ],
      environment: { unit },
      warnings: [],
    };
  },
};

/** The unit that the author named for the values, else milliseconds, and the sentence that says so. */
export function unitOf({ metrics = [] }: ReadOptions): { unit: string; perSecond: number; assumed: string[] } {
  const named = metrics.find((one) => one.unit !== null)?.unit ?? null;
  const second = named === null ? null : toSeconds(1, named);
  if (named !== null && second !== null && second > 0) return { unit: named, perSecond: 1 / second, assumed: [] };
  const said =
    'The unit is written nowhere: values are taken for milliseconds (--metric "value=latency:us" says otherwise).';
  return { unit: "ms", perSecond: 1e3, assumed: [said] };
}
