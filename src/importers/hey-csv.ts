import { heyLoad } from "./hey.ts";
import type { StreamImporter } from "./importer.ts";
import { known } from "./known.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { damage } from "./scan/damage.ts";
import { distribution } from "./scan/distribution.ts";
import { rowScanner } from "./scan/rows.ts";
import { tally } from "./scan/tally.ts";
import { httpErrors, total } from "./statuses.ts";

/** What `hey -o csv` writes: a line per answered request, in seconds. */
export const heyCsv: StreamImporter = {
  name: "hey-csv",
  title: "hey requests (hey -o csv)",
  tool: "hey",
  sign: "a header with response-time, status-code and offset",
  claims: ({ header }) => header[0] === "response-time" && header.includes("status-code"),
  open(sniff) {
    const status = sniff.header.indexOf("status-code");
    const offset = sniff.header.indexOf("offset");
    const times = distribution();
    const damaged = damage(sniff);
    const codes = tally<number>();
    let begun = false;
    let end = 0;
    const scanner = rowScanner(
      ",",
      (row) => {
        if (!begun) {
          begun = true;
          return;
        }
        const seconds = row.number(0);
        const code = row.number(status);
        if (!row.closed && row.count < sniff.header.length) return damaged.cut(row.line);
        if (!(seconds >= 0) || !(code >= 0)) return damaged.add(row.line, `${row.count} cells without time and status`);
        times.record(seconds * 1e9);
        codes.add(code);
        const done = offset < 0 ? 0 : row.number(offset) + seconds;
        if (done > end) end = done;
      },
      Math.max(status, offset),
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        const statuses = Object.fromEntries([...codes.counts].map(([code, count]) => [String(code), count]));
        const answers = total(statuses);
        const bad = httpErrors(statuses);
        const figures = times.figures();
        const { stats, flags } = resolved("latency", figures?.stats ?? {}, "0.0000 s: under 0.05 ms");
        return {
          format: "hey-csv",
          tool: "hey",
          toolVersion: null,
          points: [
            {
              series: null,
              labels: {},
              x: [],
              metrics: known<Figures>({
                latency: figures === null ? null : { ...figures, stats, resolution: 1e-4 },
                ...(end > 0 ? answerRates(answers / end, answers, bad) : {}),
                http_error_ratio: share(bad, answers),
              }),
              counts: { responses: answers },
              statuses,
              duration: end > 0 ? end : null,
              flags,
            },
          ],
          rows: answers,
          load: { ...heyLoad, throughput: "answers per second from the start to the last answer, without HTTP errors" },
          assumed: ["Requests without an answer are not in this file: it cannot say how many failed."],
          environment: {},
          warnings: damaged.warnings,
        };
      },
    };
  },
};
