import { abLoad } from "./ab.ts";
import type { WholeImporter } from "./importer.ts";
import { percentileName } from "./known.ts";
import { cell } from "./table.ts";

/** Those of the hundred that people read. */
const kept = new Set([0, 1, 5, 10, 25, 50, 66, 75, 80, 90, 95, 98, 99, 100]);

/** What `ab -e` and `weighttp -e` write: the time under which each whole percentage was served. */
export const abPercentiles: WholeImporter = {
  name: "ab-percentiles",
  title: "ApacheBench percentiles (ab -e)",
  tool: "ab",
  sign: "the header `Percentage served,Time in ms`",
  claims: ({ header }) => header[0] === "Percentage served" && /^Time in (?:ms|us)$/.test(header[1] ?? ""),
  read({ table }) {
    const { header, rows } = table!;
    // weighttp writes the same table in microseconds.
    const micro = header[1] === "Time in us";
    const lines = rows.map((row) => ({ percent: cell(table!, row, 0), time: cell(table!, row, 1) }));
    const stats = lines
      .filter(({ percent }) => percent !== null && kept.has(percent))
      .map(({ percent, time }) => [percentileName(percent!), time === null ? null : time / (micro ? 1e6 : 1e3)]);
    return {
      format: micro ? "weighttp-percentiles-csv" : "ab-percentiles-csv",
      tool: micro ? "weighttp" : "ab",
      toolVersion: null,
      points: [
        {
          series: null,
          labels: {},
          x: [],
          metrics: {
            latency: { stats: Object.fromEntries(stats) as Record<string, number | null>, percentiles: "nearest-rank" },
          },
          counts: {},
          duration: null,
          flags: [],
        },
      ],
      rows: rows.length,
      load: { loop: abLoad.loop, coordinatedOmission: abLoad.coordinatedOmission },
      assumed: ["The file says neither how many requests there were nor how many connections."],
      environment: {},
      warnings: [],
    };
  },
};
