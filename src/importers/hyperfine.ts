import type { WholeImporter } from "./importer.ts";
import { at, entriesAt, type Json, listAt, numberAt, stringAt, textOf } from "./json.ts";
import { type Hyperfine, hyperfineReading } from "./hyperfine-point.ts";
import { refused } from "./refused.ts";
import { cell } from "./table.ts";

/** `hyperfine --export-json`: every run of every command, in seconds. */
export const hyperfine: WholeImporter = {
  name: "hyperfine",
  title: "hyperfine JSON",
  tool: "hyperfine",
  sign: "JSON with results that have command, mean and times",
  claims: ({ json }) =>
    stringAt(json, "results", 0, "command") !== null && numberAt(json, "results", 0, "mean") !== null,
  read(sniff) {
    return hyperfineReading(sniff, "hyperfine-json", listAt(sniff.json, "results").map(fromJson), []);
  },
};

/** `hyperfine --export-csv`: a row per command, without the single runs. */
export const hyperfineCsv: WholeImporter = {
  name: "hyperfine-csv",
  title: "hyperfine CSV",
  tool: "hyperfine",
  sign: "a header with command, mean, stddev, median, user and system",
  claims: ({ header }) => header[0] === "command" && header[1] === "mean" && header.includes("system"),
  read(sniff) {
    const table = sniff.table!;
    const column = (name: string) => table.header.indexOf(name);
    const results = table.rows.map((row): Hyperfine => ({
      command: row.cells[0] ?? "",
      parameters: Object.fromEntries(
        table.header.flatMap((title, i) =>
          title.startsWith("parameter_") ? [[title.slice("parameter_".length), row.cells[i] ?? ""]] : [],
        ),
      ),
      figure: (name) => cell(table, row, column(name)),
      times: [],
      memory: [],
      exits: [],
    }));
    const assumed = ["The CSV does not say how many runs were made: its JSON does, and has each of them."];
    return hyperfineReading(sniff, "hyperfine-csv", results, assumed);
  },
};

/** Tables and text for people, rounded to a tenth of a millisecond. */
export const hyperfineText = refused(
  {
    name: "hyperfine-text",
    title: "hyperfine text",
    tool: "hyperfine",
    sign: "a line `Time (mean ± σ):     116.4 ms ±  62.1 ms` or a table with Command and Mean [ms]",
    claims: ({ text }) =>
      /^ *Time \((?:mean ± σ|abs ≡)\): /m.test(text) || /^\|\s*Command\s*\|\s*Mean \[\S+\]/m.test(text),
  },
  "a table or text of hyperfine for people",
  "Run hyperfine with `--export-json results.json` and import that: it has every run.",
);

function fromJson(json: Json): Hyperfine {
  const numbers = (key: string) => listAt(json, key).filter((one) => typeof one === "number");
  const named = entriesAt(json, "parameters").map(([name, value]) => [name, textOf(value)] as const);
  // Versions before 1.10 had room for one, without its name.
  const only = at(json, "parameter");
  return {
    command: stringAt(json, "command") ?? "",
    parameters: Object.fromEntries(only == null ? named : [["parameter", textOf(only)]]),
    figure: (name) => numberAt(json, name),
    times: numbers("times"),
    memory: numbers("memory_usage_byte"),
    exits: listAt(json, "exit_codes"),
  };
}
