import { abLoad } from "./ab.ts";
import type { StreamImporter } from "./importer.ts";
import { known } from "./known.ts";
import type { Figures } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { damage } from "./scan/damage.ts";
import { distribution } from "./scan/distribution.ts";
import { rowScanner } from "./scan/rows.ts";

const columns = ["starttime", "seconds", "ctime", "dtime", "ttime", "wait"];

/** What `ab -g` writes: a line per request, in whole milliseconds, in the order of their time. */
export const abGnuplot: StreamImporter = {
  name: "ab-gnuplot",
  title: "ApacheBench requests (ab -g)",
  tool: "ab",
  sign: "the header `starttime seconds ctime dtime ttime wait`",
  claims: ({ header }) => columns.every((name, i) => header[i] === name),
  open(sniff) {
    const times = distribution();
    const damaged = damage(sniff);
    let rows = -1;
    let first = Number.POSITIVE_INFINITY;
    const scanner = rowScanner("\t", (row) => {
      if (rows++ === -1) return;
      const milliseconds = row.number(4);
      if (row.count === columns.length && milliseconds >= 0) {
        first = Math.min(first, row.number(1));
        times.record(milliseconds * 1e6);
        return;
      }
      rows--;
      if (row.closed) damaged.add(row.line, `${row.count} cells, ttime ${JSON.stringify(row.text(4))}`);
      else damaged.cut(row.line);
    });
    return {
      push: scanner.push,
      end() {
        scanner.end();
        const figures = times.figures();
        const { stats, flags } = resolved("latency", figures?.stats ?? {}, "0 ms: under 0.5 ms");
        return {
          format: "ab-gnuplot-tsv",
          tool: "ab",
          toolVersion: null,
          points: [
            {
              series: null,
              labels: {},
              x: [],
              metrics: known<Figures>({ latency: figures === null ? null : { ...figures, stats, resolution: 1e-3 } }),
              counts: { requests: times.count },
              duration: null,
              ...(Number.isFinite(first) ? { time: first } : {}),
              flags,
            },
          ],
          rows,
          load: { loop: abLoad.loop, coordinatedOmission: abLoad.coordinatedOmission },
          assumed: ["Start times are whole seconds: no duration and no rate can be had from them."],
          environment: {},
          warnings: damaged.warnings,
        };
      },
    };
  },
};
