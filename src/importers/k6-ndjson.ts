import type { StreamImporter } from "./importer.ts";
import { at, type Json, numberAt, stringAt } from "./json.ts";
import { k6Samples, type K6Wanted, k6Wanted } from "./k6-samples.ts";
import { findIn, textIn } from "./scan/bytes.ts";
import { damage } from "./scan/damage.ts";
import { jsonLines } from "./scan/json-lines.ts";

const quote = 0x22;
const brace = 0x7d;
const key = new TextEncoder().encode('"metric":"');

/** `k6 run --out json`: lines that declare a metric, and lines with a sample each. */
export const k6Ndjson: StreamImporter = {
  name: "k6-ndjson",
  title: "k6 samples (--out json)",
  tool: "k6",
  sign: "lines of JSON with type Metric or Point, data and metric",
  claims: ({ json }) =>
    /^(?:Metric|Point)$/.test(stringAt(json, "type") ?? "") &&
    at(json, "data") !== undefined &&
    stringAt(json, "metric") !== null,
  open(sniff) {
    const samples = k6Samples();
    const damaged = damage(sniff);
    const names = new Set<string>(k6Wanted);
    let rows = 0;
    const parse = (bytes: Uint8Array, start: number, end: number): Json | undefined => {
      const name = findIn(bytes, start, end, key) + key.length;
      const whole = bytes[end - 1] === brace;
      // Most lines are of metrics that nobody asks for: their name is enough, but a line that breaks off has to be found.
      if (whole && name >= start + key.length && !names.has(textIn(bytes, name, bytes.indexOf(quote, name)))) {
        rows++;
        return undefined;
      }
      const value = JSON.parse(textIn(bytes, start, end)) as Json;
      rows++;
      return value;
    };
    const take = (sample: Json, line: number): void => {
      if (stringAt(sample, "type") !== "Point") return;
      const metric = stringAt(sample, "metric") ?? "";
      if (!names.has(metric)) return;
      const value = numberAt(sample, "data", "value");
      const time = Date.parse(stringAt(sample, "data", "time") ?? "") / 1e3;
      if (value === null || Number.isNaN(time)) return damaged.add(line, "no time and value");
      const tag = (name: string) => stringAt(sample, "data", "tags", name) ?? "";
      samples.add(metric as K6Wanted, value, time, tag("status"), tag("scenario"));
    };
    const lines = jsonLines(parse, take, damaged);
    return {
      push: lines.push,
      end() {
        lines.end();
        return samples.reading("k6-json-stream", 1e-3, rows, damaged.warnings);
      },
    };
  },
};
