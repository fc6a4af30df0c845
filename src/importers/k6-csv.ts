import type { StreamImporter } from "./importer.ts";
import { k6Samples, k6Wanted } from "./k6-samples.ts";
import { damage } from "./scan/damage.ts";
import { rowScanner } from "./scan/rows.ts";

/** `k6 run --out csv`: a row per sample. Times are whole seconds unless K6_CSV_TIME_FORMAT said otherwise. */
export const k6Csv: StreamImporter = {
  name: "k6-csv",
  title: "k6 samples (--out csv)",
  tool: "k6",
  sign: "a header that begins with metric_name,timestamp,metric_value",
  claims: ({ header }) => header[0] === "metric_name" && header[1] === "timestamp" && header[2] === "metric_value",
  open(sniff) {
    const { header } = sniff;
    const status = header.indexOf("status");
    const scenario = header.indexOf("scenario");
    const wanted = k6Wanted.map((name) => ({ name, bytes: new TextEncoder().encode(name) }));
    const samples = k6Samples();
    const damaged = damage(sniff);
    let rows = -1;
    let step = 1;
    const scanner = rowScanner(
      ",",
      (row) => {
        if (rows++ === -1) return;
        // Only the last row can break off; counting the cells of each would cost as much as all the rest.
        if (!row.closed && row.count < header.length) {
          rows--;
          damaged.cut(row.line);
          return;
        }
        const metric = wanted.find(({ bytes }) => row.is(0, bytes));
        if (metric === undefined) return;
        const stamp = row.number(1);
        const perSecond = stamp < 1e11 ? 1 : stamp < 1e14 ? 1e3 : stamp < 1e17 ? 1e6 : 1e9;
        const time = Number.isNaN(stamp) ? Date.parse(row.text(1)) / 1e3 : stamp / perSecond;
        const value = row.number(2);
        if (Number.isNaN(time) || Number.isNaN(value)) damaged.add(row.line, "no time and value");
        else {
          if (perSecond > 1) step = 1e-3;
          samples.add(metric.name, value, time, row.text(status), row.text(scenario));
        }
      },
      2,
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        return samples.reading("k6-csv", step, Math.max(0, rows), damaged.warnings);
      },
    };
  },
};
