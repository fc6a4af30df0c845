import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { type K6Summary, k6Summary } from "./k6-metrics.ts";
import { taggedMetrics } from "./k6-sub-metrics.ts";
import { k6Assumed, k6Load, k6Point } from "./k6-point.ts";
import type { Point } from "./reading.ts";

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
      points: summaries.flatMap(toPoints),
      load: k6Load,
      assumed: summaries.some(({ metrics }) => taggedMetrics(metrics).length > 0) ? [...k6Assumed, overlap] : k6Assumed,
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

const overlap = "Figures of tags are parts of the whole test: they may overlap, and are no series to add up.";

/** The whole test and, where the script asked for figures by tag, each of those parts. */
function toPoints({ metrics, duration }: K6Summary): Point[] {
  const whole = k6Point(metrics, duration);
  const parts = taggedMetrics(metrics);
  if (parts.length === 0) return [whole];
  return [
    { ...whole, series: "all requests" },
    ...parts.map((part) => ({ ...k6Point(part.metrics, duration), series: part.name, labels: part.tags })),
  ];
}
