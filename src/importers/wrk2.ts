import { flag } from "./flags.ts";
import type { WholeImporter } from "./importer.ts";
import type { Point } from "./reading.ts";
import { isWrk2Text, isWrkText, type WrkFigures } from "./wrk-figures.ts";
import { wrkPoint, wrkPoints } from "./wrk-point.ts";

/** wrk2's text report: wrk's, with the lines of its calibration, and with --latency an HdrHistogram. */
export const wrk2: WholeImporter = {
  name: "wrk2",
  title: "wrk2 text report",
  tool: "wrk2",
  sign: "a line `Thread calibration: mean lat.: 0.896ms` or `Latency Distribution (HdrHistogram - Recorded Latency)`",
  claims: ({ text }) => isWrkText(text) && isWrk2Text(text),
  read(sniff) {
    const { points, warnings } = wrkPoints(sniff, toPoint);
    return {
      format: "wrk2-text",
      tool: "wrk2",
      toolVersion: null,
      points,
      load: {
        loop: "open",
        coordinatedOmission: "corrected",
        errors: "connect, read and write failures and time-outs of sockets; HTTP errors beside them, as non_2xx_3xx",
        throughput: "answers per second without HTTP errors; reply_rate is wrk2's Requests/sec, HTTP errors among them",
      },
      assumed: [
        "wrk2 does not print the rate it was asked for (-R): it has to come from the file's name or from you.",
        "Response times are those after the first 10 s, in which wrk2 calibrates itself.",
        "K is 1000 in rates and 1024 in bytes.",
      ],
      environment: {},
      warnings,
    };
  },
};

function toPoint(figures: WrkFigures): Point {
  const { histogram, requests } = figures;
  const recorded = histogram?.counts.reduce((sum, count) => sum + count, 0);
  const point = wrkPoint(figures, {
    percentiles: "hdr-histogram",
    ...(histogram === null ? {} : { histogram }),
    ...(recorded === undefined ? {} : { n: recorded, nOf: "requests" }),
  });
  if (recorded === undefined || recorded >= requests / 2) return point;
  const note = `response times of the last ${recorded} of ${requests} requests: the first 10 s are calibration`;
  return { ...point, flags: [...point.flags, flag("too-short", note, "latency")] };
}
