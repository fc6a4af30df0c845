import type { StreamImporter } from "./importer.ts";
import { requestSamples } from "./request-samples.ts";
import { damage } from "./scan/damage.ts";
import { rowScanner } from "./scan/rows.ts";

/** `h2load --log-file`: no header; when a request began (µs since 1970), its status, its time (µs), with tabs between. */
export const h2loadLog: StreamImporter = {
  name: "h2load-log",
  title: "h2load log (--log-file)",
  tool: "h2load",
  sign: "no header, and lines of a time in microseconds, a status and a duration with tabs between",
  claims: ({ text }) => /^\d{16}\t(?:\d{3}|-1)\t\d+$/.test(/^.*$/m.exec(text)![0]),
  open(sniff) {
    const all = requestSamples();
    const damaged = damage(sniff);
    const scanner = rowScanner(
      "\t",
      (row) => {
        const [start, status, elapsed] = [row.number(0), row.number(1), row.number(2)];
        if (!row.closed && row.count < 3) damaged.cut(row.line);
        else if (row.length(0) !== 16 || !(start > 0) || !(elapsed >= 0))
          damaged.add(row.line, "no time, status and duration");
        // h2load's own successes end below 400; -1 is a request without an answer.
        else
          all.add(start / 1e3, elapsed / 1e3, status > 0 && status < 400, status > 0 ? String(status) : "failed", 0, 0);
      },
      2,
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        const { latency, ...metrics } = all.point("").metrics;
        const point = { ...all.point(""), series: null, labels: {}, metrics };
        return {
          format: "h2load-log",
          tool: "h2load",
          toolVersion: null,
          points:
            all.count === 0 || latency === undefined
              ? []
              : [{ ...point, metrics: { latency: { ...latency, nOf: "requests", resolution: 1e-6 }, ...metrics } }],
          rows: all.count,
          load: {
            loop: "closed",
            coordinatedOmission: "present",
            errors: "requests without an answer, and answers of 400 and above",
            throughput: "answers below 400 per second",
          },
          assumed: ["The log says neither how many clients there were (-c) nor how many streams each had (-m)."],
          environment: {},
          warnings: damaged.warnings,
        };
      },
    };
  },
};
