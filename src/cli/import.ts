import { join } from "node:path";
import { SourceError } from "../source/error.ts";
import { parseMetrics } from "../importers/dataset/mapping.ts";
import { chartLines } from "../importers/dataset/propose.ts";
import { type Written, type WriteOptions, writeDataset } from "../importers/dataset/write.ts";
import { command, UsageError } from "./command.ts";
import type { Effects } from "./effects.ts";
import { type ReadFiles, readFiles } from "./import/read-files.ts";
import { readExisting, save } from "./import/save.ts";
import { describeFlags, describeLoad } from "./import/remarks.ts";
import { wayToRest } from "./import/rest.ts";
import { describeSeries } from "./import/table.ts";
import { describeWarnings } from "./import/warnings.ts";

export const importFiles = command({
  name: "import",
  summary: "Makes a dataset of what benchmark tools wrote",
  operands: "FILE|FOLDER…",
  arity: [1, Infinity],
  options: {
    to: { type: "string", value: "NAME", help: "the dataset: data/NAME.json" },
    as: {
      type: "string",
      value: "FORMAT",
      help: "the importer, where the content shall not decide (table reads tables of all kinds)",
    },
    series: {
      type: "string",
      value: "PATTERN|NAME",
      help: "what tells series apart: '(?<series>node|python)' in file names, a name the files have (host), or one name for all",
    },
    x: {
      type: "string",
      value: "PATTERN|FIELD",
      help: "what x is: 'c(?<connections>\\d+)' in file names, a quantity the files have, or connections=16",
    },
    metric: {
      type: "string",
      value: "METRIC",
      multiple: true,
      help: 'a metric to keep, or a column of a table: "p99 ms=latency.p99:ms"; may be repeated',
    },
    merge: { type: "string", value: "hosts|runs", help: "what points of one x are (default: runs)" },
    weights: { type: "string", value: "none", help: "merge hosts as autobench_admin does: plain sums and means" },
    title: { type: "string", value: "TEXT", help: "the dataset's title (default: its name)" },
    append: { type: "boolean", help: "add to the dataset that is there" },
    "keep-private": { type: "boolean", help: "keep names of hosts, home folders and queries of addresses" },
    "dry-run": { type: "boolean", short: "n", help: "say what would be written, and write nothing" },
    json: { type: "boolean", help: "print the dataset on stdout too" },
  },
  async run(values, operands, effects) {
    const name = datasetName(values.to);
    const { mappings, wanted } = parseMetrics((values.metric ?? "").split("\n").filter(Boolean));
    const as = values.as ?? (mappings.length > 0 ? "table" : undefined);
    const said = { ...(values.x && { x: values.x }), ...(values.series && { series: values.series }) };
    const read = readFiles(operands, { ...said, metrics: mappings }, as, effects);
    if (read.faults.length > 0) {
      effects.stderr(wayToRest(read, values));
      throw new SourceError(read.faults);
    }
    const options: WriteOptions = {
      name,
      ...said,
      metrics: wanted,
      ...choices(values.merge, values.weights),
      ...(values.title && { title: values.title }),
      append: values.append ?? false,
      keepPrivate: values["keep-private"] ?? false,
    };
    const path = join(effects.cwd, "data", `${name}.json`);
    const written = writeDataset(read.inputs, options, readExisting(path, `data/${name}.json`));
    tell(written, read, effects);
    if (values.json) effects.stdout(written.text);
    if (values["dry-run"]) effects.stderr("Nothing was written (--dry-run).\n");
    else if (written.change !== "unchanged") save(path, written.text);
    return 0;
  },
});

/** `--to bus`, and what people write for it: `data/bus.json`. */
function datasetName(to: string | undefined): string {
  const name = to?.replace(/^(?:\.\/)?data\//, "").replace(/\.json$/, "");
  if (name === undefined) throw new UsageError("--to is missing", "Name the dataset: --to message-bus.");
  if (/^[A-Za-z0-9_][\w.+-]{0,63}$/.test(name)) return name;
  throw new UsageError(
    `${to} cannot be the name of a dataset`,
    "Use letters, digits and . _ + -, as in --to message-bus.",
  );
}

function choices(merge: string | undefined, weights: string | undefined): Pick<WriteOptions, "merge" | "weights"> {
  if (merge !== undefined && merge !== "hosts" && merge !== "runs")
    throw new UsageError(
      `--merge ${merge} is not known`,
      "Write --merge hosts (one run, several clients) or --merge runs.",
    );
  if (weights !== undefined && weights !== "none" && weights !== "replies")
    throw new UsageError(`--weights ${weights} is not known`, "Write --weights none, or leave it out.");
  return { ...(merge && { merge }), ...(weights && { weights }) };
}

/** Everything for the person at the terminal. */
function tell(written: Written, { inputs, warnings }: ReadFiles, { stderr }: Effects): void {
  const { dataset, change, known, leftOut } = written;
  for (const text of describeWarnings([...warnings, ...written.warnings])) stderr(`${text}\n`);
  for (const file of known) stderr(`${file} is in the dataset already.\n`);
  list("Taken for granted", [...new Set([...inputs.flatMap(({ reading }) => reading.assumed), ...written.assumed])]);
  if (leftOut.length > 0)
    stderr(`Left out, since a dataset is published: ${leftOut.join(", ")} (--keep-private keeps them).\n`);
  stderr(`\ndata/${dataset.name}.json: ${words[change]}\n${describeSeries(dataset)}`);
  list("What these figures mean", describeLoad(dataset.load));
  list("Not to be trusted as they stand", describeFlags(dataset));
  if (dataset.charts.size > 0) stderr(`\nCharts to put into a post:\n${chartLines(dataset.charts).join("\n")}\n`);

  function list(heading: string, lines: readonly string[]): void {
    if (lines.length > 0) stderr(`\n${heading}:\n${lines.map((line) => `  ${line}\n`).join("")}`);
  }
}

const words = { new: "a new dataset", changed: "changed", unchanged: "unchanged" } as const;
