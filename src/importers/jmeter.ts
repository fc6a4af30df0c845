import { warnLine } from "./fault.ts";
import type { StreamImporter } from "./importer.ts";
import { jmeterColumns } from "./jmeter-columns.ts";
import { type RequestSamples, requestSamples } from "./request-samples.ts";
import type { LoadModel } from "./reading.ts";
import { damage } from "./scan/damage.ts";
import { rowScanner } from "./scan/rows.ts";

const utf8 = new TextEncoder();
const transaction = utf8.encode("Number of samples in transaction");
const yes = utf8.encode("true");

/** Each label has a distribution in memory; labels with an id in them would have millions. */
const maxLabels = 100;

/** JMeter's results as CSV (JTL): a row per sample, with a header or without one. */
export const jmeter: StreamImporter = {
  name: "jmeter",
  title: "JMeter results (JTL, CSV)",
  tool: "jmeter",
  sign: "a header with timeStamp, elapsed and label",
  claims: ({ text }) => jmeterColumns(text) !== null,
  open(sniff) {
    const { delimiter, titled, of } = jmeterColumns(sniff.text)!;
    const damaged = damage(sniff);
    // Those of labels that are too many, until the others come to them at the end.
    const all = requestSamples();
    const labels = new Map<string, RequestSamples>();
    const width = 1 + Math.max(of.timeStamp, of.elapsed, of.label, of.success);
    let rows = titled ? -1 : 0;
    let transactions = 0;
    let crowded = false;
    let dated = true;
    const scanner = rowScanner(
      delimiter,
      (row) => {
        if (rows++ === -1) return;
        // Cells are cut as they are asked for: counting them in each row would cost as much as all the rest.
        if (!row.closed && row.count < width) {
          rows--;
          damaged.cut(row.line);
          return;
        }
        const stamp = row.number(of.timeStamp);
        const start = Number.isNaN(stamp) ? Date.parse(row.text(of.timeStamp)) : stamp;
        const elapsed = row.number(of.elapsed);
        dated &&= !Number.isNaN(stamp);
        if (Number.isNaN(start) || !(elapsed >= 0)) {
          rows--;
          damaged.add(row.line, "no timeStamp and elapsed");
          return;
        }
        // A transaction controller is the sum of samples that have rows of their own.
        if (row.begins(of.responseMessage, transaction)) {
          transactions++;
          return;
        }
        const label = row.text(of.label);
        let samples = labels.get(label);
        if (samples === undefined && labels.size < maxLabels) labels.set(label, (samples = requestSamples()));
        crowded ||= samples === undefined;
        const good = row.is(of.success, yes) || row.text(of.success).toLowerCase() === "true";
        const code = row.text(of.responseCode);
        const bytes = row.number(of.bytes);
        const threads = row.number(of.allThreads);
        (samples ?? all).add(start, elapsed, good, code, bytes, threads);
      },
      Math.max(...Object.values(of)),
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        for (const samples of labels.values()) all.include(samples);
        const total = all.point("Total", dated);
        const each =
          crowded || labels.size < 2 ? [] : [...labels].map(([label, samples]) => samples.point(label, dated));
        const [only] = labels.keys();
        const fact = `more than ${maxLabels} labels: only the total of all is read`;
        const help = "Labels with ids in them are names of single requests: rename the samplers, or be content.";
        return {
          format: titled ? "jmeter-jtl-csv" : "jmeter-jtl-csv-untitled",
          tool: "jmeter",
          toolVersion: null,
          points:
            all.count === 0
              ? []
              : [
                  {
                    ...(labels.size === 1 && only !== undefined ? all.point(only, dated) : total),
                    counts: { ...total.counts, transaction_rows: transactions },
                  },
                  ...each,
                ],
          rows: Math.max(0, rows),
          load,
          assumed: [
            "timeStamp is the start of a sample.",
            ...(transactions > 0
              ? [`${transactions} rows of transaction controllers are sums of others and left out.`]
              : []),
            ...(titled ? [] : ["The columns have no names: they are taken to stand in JMeter's own order."]),
          ],
          environment: {},
          warnings: [...damaged.warnings, ...(crowded ? [warnLine(sniff, 1, "labels-many", fact, help)] : [])],
        };
      },
    };
  },
};

const load: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors: "samples without success: by default HTTP errors and missing answers, else what the assertions say",
  throughput: "successful samples per second, from the first start to the last end; request_rate has failed ones in it",
};
