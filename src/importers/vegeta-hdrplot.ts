import { distributionPoints } from "./distribution-point.ts";
import type { WholeImporter } from "./importer.ts";
import { spectrumHistogram, spectrumRows, spectrumStats } from "./spectrum.ts";
import { vegetaLoad } from "./vegeta-point.ts";

/** `vegeta report -type=hdrplot`: the distribution alone, without rates and statuses. */
export const vegetaHdrplot: WholeImporter = {
  name: "vegeta-hdrplot",
  title: "vegeta distribution (hdrplot)",
  tool: "vegeta",
  sign: "the header `Value(ms)  Percentile  TotalCount  1/(1-Percentile)`",
  claims: ({ text }) => /^ *Value\(ms\) +Percentile +TotalCount +1\/\(1-Percentile\)/m.test(text),
  read({ text }) {
    const rows = spectrumRows(text);
    const n = rows.at(-1)?.count ?? 0;
    const min = rows[0]?.count === 0 ? { min: rows[0].value / 1e3 } : {};
    return {
      format: "vegeta-hdrplot",
      tool: "vegeta",
      toolVersion: null,
      points: distributionPoints(
        {
          stats: { ...min, ...spectrumStats(rows, 1e3) },
          n,
          histogram: spectrumHistogram(rows, 1e3),
          percentiles: "t-digest",
        },
        "requests",
      ),
      rows: rows.length,
      load: { loop: vegetaLoad.loop, coordinatedOmission: vegetaLoad.coordinatedOmission },
      assumed: [
        "Percentiles between two lines of the table are those of the line above them: upper bounds.",
        "The file says neither the rate nor how many requests failed.",
      ],
      environment: {},
      warnings: [],
    };
  },
};
