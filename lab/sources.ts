import { createHash } from "node:crypto";
import type { Provenance } from "../src/benchmark/dataset.ts";
import type { Experiment } from "./experiment.ts";
import type { Opening } from "./journal.ts";
import { fileOf, type RawFile } from "./raw.ts";

/** Where the figures of one series come from: its raw file, by checksum, and the tool that wrote it. */
export function sourceOf(
  { name, witnesses }: Experiment,
  { environment }: Opening,
  files: readonly RawFile[],
  series: string,
): Provenance {
  const text = files.find((file) => file.name === fileOf(series))?.text ?? "";
  const tool = witnesses.some(({ id }) => id === series) ? "wrk" : "httperf";
  return {
    file: `raw/${name}/${fileOf(series)}`,
    sha256: createHash("sha256").update(text).digest("hex"),
    tool,
    toolVersion: environment.tools[tool] ?? null,
    importer: tool,
    warnings: [],
  };
}
