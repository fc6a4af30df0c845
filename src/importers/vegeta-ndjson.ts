import type { StreamImporter } from "./importer.ts";
import { type Json, at, numberAt, stringAt } from "./json.ts";
import { textIn } from "./scan/bytes.ts";
import { damage } from "./scan/damage.ts";
import { jsonLines } from "./scan/json-lines.ts";
import { attacks } from "./vegeta-attacks.ts";

/** `vegeta encode -to json`: a JSON object per line and request, latency in nanoseconds. */
export const vegetaNdjson: StreamImporter = {
  name: "vegeta-ndjson",
  title: "vegeta results (vegeta encode -to json)",
  tool: "vegeta",
  sign: "lines of JSON with attack, seq, code and latency",
  claims: ({ json }) => ["attack", "seq", "code", "latency"].every((key) => at(json, key) !== undefined),
  open(sniff) {
    const all = attacks();
    const damaged = damage(sniff);
    const clock = secondsOf();
    const lines = jsonLines(
      (bytes, start, end) => JSON.parse(textIn(bytes, start, end)) as Json,
      (result, line) => {
        const stamp = stringAt(result, "timestamp") ?? "";
        const code = numberAt(result, "code");
        const latency = numberAt(result, "latency");
        const seconds = clock(stamp);
        if (code === null || latency === null || Number.isNaN(seconds))
          return damaged.add(line, "no timestamp, code and latency");
        const fraction = /\.(\d{1,9})/.exec(stamp)?.[1] ?? "0";
        const attack = stringAt(result, "attack") ?? "";
        all.add(attack, seconds, Number(fraction.padEnd(9, "0")), code, latency, numberAt(result, "bytes_in") ?? 0);
      },
      damaged,
    );
    return {
      push: lines.push,
      end() {
        lines.end();
        return all.reading("vegeta-encode-json", damaged.warnings);
      },
    };
  },
};

/** Whole epoch seconds of RFC 3339 times; a second holds many requests, and parsing a date takes long. */
function secondsOf(): (stamp: string) => number {
  let last = "";
  let seconds = Number.NaN;
  return (stamp) => {
    const whole = stamp.replace(/\.\d+/, "");
    if (whole !== last) {
      last = whole;
      seconds = Date.parse(whole) / 1e3;
    }
    return seconds;
  };
}
