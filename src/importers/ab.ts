import type { Diagnostic } from "../source/diagnostic.ts";
import { abFigures } from "./ab-figures.ts";
import { warn } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";
import { known } from "./known.ts";
import { answerRates, share } from "./rates.ts";
import type { Figures, LoadModel, Point } from "./reading.ts";
import { resolved } from "./resolution.ts";
import { splitReports } from "./split.ts";

/** ApacheBench's text report; a file may hold several. */
export const ab: WholeImporter = {
  name: "ab",
  title: "ApacheBench text report",
  tool: "ab",
  sign: "a line `Time taken for tests:   0.465 seconds` under `This is ApacheBench`",
  claims: ({ text }) => /^Time taken for tests: +[\d.]+ seconds/m.test(text),
  read(sniff) {
    const begun = splitReports(sniff, /^This is ApacheBench, /);
    const parts = begun.length > 0 ? begun : [{ text: sniff.text, offset: 0 }];
    const warnings: Diagnostic[] = [];
    const points: Point[] = [];
    let version: string | null = null;
    for (const { text, offset } of parts) {
      const figures = abFigures(text);
      const { complete, rate, failures, bad } = figures;
      version ??= figures.version;
      if (complete === null || rate === null) {
        const help = "ab prints its figures at the end: let it finish, or use -r so that it survives a failing socket.";
        warnings.push(warn(sniff, offset, "report-incomplete", "this report has no figures: left out", help));
        continue;
      }
      if (failures.Length > bad) {
        const fact = `${failures.Length - bad} answers count as failed only because their length differs from the first`;
        const help = "On a page that changes this is no failure: they are counted as answers. Use ab -l.";
        warnings.push(warn(sniff, offset + text.indexOf("(Connect:"), "length-differs", fact, help));
      }
      points.push(toPoint(figures, complete, rate));
    }
    return {
      format: "ab-text",
      tool: "ab",
      toolVersion: version,
      points,
      load: abLoad,
      assumed: ["Kbytes are 1024 bytes."],
      environment: {},
      warnings,
    };
  },
};

/** How ab loads, whatever it writes. */
export const abLoad: LoadModel = {
  loop: "closed",
  coordinatedOmission: "present",
  errors:
    "failures to connect or receive and exceptions; answers of another length than the first are not counted here",
  throughput: "answers with a 2xx status per second; reply_rate is ab's Requests per second, all answers among them",
};

function toPoint(figures: ReturnType<typeof abFigures>, complete: number, rate: number): Point {
  const { failures, bad, concurrency } = figures;
  const errors = failures.Connect + failures.Receive + failures.Exceptions;
  const whole = resolved("latency", figures.whole, "0 ms: under 0.5 ms");
  return {
    series: null,
    labels: known({ host: figures.host, path: figures.path, software: figures.software }),
    x: concurrency === null ? [] : [{ name: "concurrency", value: concurrency, unit: null }],
    metrics: known<Figures>({
      latency: {
        stats: { ...(figures.mean === null ? {} : { mean: figures.mean }), ...whole.stats },
        n: complete,
        nOf: "requests",
        stdevKind: "sample",
        percentiles: "nearest-rank",
        resolution: 1e-3,
      },
      ...answerRates(rate, complete, bad + failures.Receive + failures.Exceptions),
      transferred: figures.transferred === null ? null : { stats: { value: figures.transferred } },
      errors: { stats: { value: errors } },
      error_ratio: share(Math.min(complete, errors + bad), complete),
      http_error_ratio: share(bad, complete),
    }),
    counts: { requests: complete, failed: figures.failed, errors, non_2xx: bad },
    errorsBy: { ...failures, "Non-2xx": bad },
    duration: figures.duration,
    flags: whole.flags,
  };
}
