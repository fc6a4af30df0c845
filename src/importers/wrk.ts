import type { WholeImporter } from "./importer.ts";
import { isWrk2Text, isWrkText } from "./wrk-figures.ts";
import { wrkMissingTime, wrkPoint, wrkPoints } from "./wrk-point.ts";

/** wrk's text report; a file may hold several. */
export const wrk: WholeImporter = {
  name: "wrk",
  title: "wrk text report",
  tool: "wrk",
  sign: "the lines `Running 10s test @ URL` and `2 threads and 16 connections`",
  claims: ({ text }) => isWrkText(text) && !isWrk2Text(text),
  read(sniff) {
    const { points, warnings } = wrkPoints(sniff, (figures) => {
      const point = wrkPoint(figures, { percentiles: "nearest-rank", n: figures.requests, nOf: "requests" });
      return { ...point, flags: [...point.flags, ...(point.flags.length > 0 ? [] : wrkMissingTime(figures))] };
    });
    return {
      format: "wrk-text",
      tool: "wrk",
      toolVersion: null,
      points,
      load: {
        loop: "closed",
        coordinatedOmission: "present",
        errors: "connect, read and write failures and time-outs of sockets; HTTP errors beside them, as non_2xx_3xx",
        throughput: "answers per second without HTTP errors; reply_rate is wrk's Requests/sec, HTTP errors among them",
      },
      assumed: ["K is 1000 in rates and 1024 in bytes.", "Req/Sec is per thread and not read."],
      environment: {},
      warnings,
    };
  },
};
