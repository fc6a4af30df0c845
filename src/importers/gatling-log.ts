import { gatlingLoad } from "./gatling.ts";
import type { StreamImporter } from "./importer.ts";
import { type RequestSamples, requestSamples } from "./request-samples.ts";
import { damage } from "./scan/damage.ts";
import { rowScanner } from "./scan/rows.ts";

const maxNames = 100;
const ok = new TextEncoder().encode("OK");
const ko = new TextEncoder().encode("KO");
const request = new TextEncoder().encode("REQUEST");
const run = new TextEncoder().encode("RUN");

/** The log of Gatling up to 3.12: tab-separated records of runs, users and requests. */
export const gatlingLog: StreamImporter = {
  name: "gatling-log",
  title: "Gatling log (text, to version 3.12)",
  tool: "gatling",
  sign: "tab-separated lines that begin with RUN, USER and REQUEST",
  claims: ({ text }) => /^RUN\t[^\t\n]+\t/m.test(text) && /^(?:RUN|ASSERTION|USER|REQUEST)\t/.test(text),
  open(sniff) {
    const damaged = damage(sniff);
    const all = requestSamples();
    const names = new Map<string, RequestSamples>();
    let version: string | null = null;
    let crowded = false;
    const scanner = rowScanner("\t", (row) => {
      if (row.is(0, run)) version = row.text(row.count - 1).trim() || null;
      if (!row.is(0, request)) return;
      // Versions differ in what stands before the name: the status has the times before it.
      let status = 4;
      while (status < row.count && !row.is(status, ok) && !row.is(status, ko)) status++;
      const start = row.number(status - 2);
      const end = row.number(status - 1);
      if (status >= row.count || !(end >= start)) {
        if (row.closed) damaged.add(row.line, "no start, end and status");
        else damaged.cut(row.line);
        return;
      }
      const name = row.text(status - 3);
      let samples = names.get(name);
      if (samples === undefined && names.size < maxNames) names.set(name, (samples = requestSamples()));
      crowded ||= samples === undefined;
      const message = row.is(status, ok) ? "" : row.text(status + 1).trim();
      for (const target of samples === undefined ? [all] : [all, samples])
        target.add(start, end - start, row.is(status, ok), message, 0, 0);
    });
    return {
      push: scanner.push,
      end() {
        scanner.end();
        const dated = (all.point("").time ?? 0) > 1e9;
        const each = crowded || names.size < 2 ? [] : [...names].map(([name, samples]) => samples.point(name, dated));
        return {
          format: "gatling-simulation-log-text",
          tool: "gatling",
          toolVersion: version,
          points: all.count === 0 ? [] : [all.point("All Requests", dated), ...each],
          rows: all.count,
          load: gatlingLoad,
          assumed: [],
          environment: {},
          warnings: damaged.warnings,
        };
      },
    };
  },
};
