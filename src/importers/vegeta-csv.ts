import type { StreamImporter } from "./importer.ts";
import { damage } from "./scan/damage.ts";
import { rowScanner } from "./scan/rows.ts";
import { attacks } from "./vegeta-attacks.ts";

/** `vegeta encode -to csv`: no header; time (ns since 1970), status, latency (ns), bytes out and in, error, body, attack … */
export const vegetaCsv: StreamImporter = {
  name: "vegeta-csv",
  title: "vegeta results (vegeta encode -to csv)",
  tool: "vegeta",
  sign: "no header, and lines like `1795414529392251505,200,2447301,0,32,`",
  claims: ({ text }) => /^\d{19},\d{1,3},\d+,\d+,\d+,/.test(text),
  open(sniff) {
    const all = attacks();
    const damaged = damage(sniff);
    const scanner = rowScanner(
      ",",
      (row) => {
        const code = row.number(1);
        const latency = row.number(2);
        const bytesIn = row.number(4);
        if (!row.closed && row.count < 6) damaged.cut(row.line);
        else if (row.length(0) !== 19 || !(code >= 0) || !(latency >= 0) || !(bytesIn >= 0))
          damaged.add(row.line, "no time, status, latency and bytes");
        else all.add(row.text(7), row.number(0, 0, 10), row.number(0, 10), code, latency, bytesIn);
      },
      7,
    );
    return {
      push: scanner.push,
      end() {
        scanner.end();
        return all.reading("vegeta-encode-csv", damaged.warnings);
      },
    };
  },
};
