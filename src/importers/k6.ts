import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { k6Summary } from "./k6-metrics.ts";
import { k6Assumed, k6Load, k6Point } from "./k6-point.ts";

/** k6's summaries in JSON: --summary-export, what handleSummary gets, and the machine-readable one. */
export const k6: WholeImporter = {
  name: "k6",
  title: "k6 summary (JSON)",
  tool: "k6",
  sign: "JSON with metrics and root_group, or with config, metadata and results",
  claims: ({ json }) => k6Summary(json) !== null,
  read(sniff) {
    const summaries = sniff.documents.flatMap(({ value, offset }) => {
      const summary = k6Summary(value);
      return summary === null ? [] : [{ ...summary, offset }];
    });
    const [first] = summaries;
    return {
      format: first!.format,
      tool: "k6",
      toolVersion: first!.version,
      points: summaries.map(({ metrics, duration }) => k6Point(metrics, duration)),
      load: k6Load,
      assumed: k6Assumed,
      environment: {
        thresholds: Object.fromEntries(
          [...first!.thresholds].map(([rule, crossed]) => [rule, crossed ? "crossed" : "held"]),
        ),
      },
      warnings: summaries.flatMap(({ thresholds, offset }) =>
        [...thresholds]
          .filter(([, crossed]) => crossed)
          .map(([rule]) => {
            const help = "The run did not meet what its author demanded: say so beside its figures.";
            return warn(sniff, offset, "threshold-crossed", `k6's threshold ${rule} was crossed`, help);
          }),
      ),
    };
  },
};
