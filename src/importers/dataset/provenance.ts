import type { Dataset, Provenance } from "../../benchmark/dataset.ts";
import type { Input, Said } from "./input.ts";

/** Where the figures come from: a line a file, with what was assumed and what is odd. What holds for all stands with the first. */
export function toProvenance(inputs: readonly Input[], said: Said): Provenance[] {
  return inputs.map(({ file, sha256, importer, reading }, i) => ({
    file: fromData(file),
    sha256,
    tool: reading.tool,
    toolVersion: reading.toolVersion,
    importer,
    assumed: [...reading.assumed, ...(i === 0 ? said.assumed : [])],
    warnings: [...reading.warnings, ...said.warnings.filter((one) => one.file === file)].map(({ fact }) => fact),
  }));
}

/** Raw files that are kept with the data are named from there, as they are published. */
export function fromData(file: string): string {
  return file.replace(/^(?:\.\/)?data\/(?=raw\/)/, "");
}

/** What the files say about machine and settings: of the dataset where all agree, else none, since series differ in it. */
export function commonEnvironment(inputs: readonly Input[]): Dataset["environment"] {
  const [first, ...others] = inputs.map(({ reading }) => reading.environment);
  const same = (key: string, value: unknown) =>
    others.every((one) => JSON.stringify(one[key]) === JSON.stringify(value));
  const common = Object.entries(first ?? {}).filter(([key, value]) => same(key, value));
  const day = dayOf(inputs);
  return { ...(day === null ? {} : { measured_at: day }), ...Object.fromEntries(common) };
}

/** The day (UTC) on which all points were measured; null where the files do not tell, or tell of several. */
function dayOf(inputs: readonly Input[]): string | null {
  const times = inputs.flatMap(({ reading }) => reading.points.map(({ time }) => time ?? 0));
  // Seconds since the start of a test are no date.
  if (!times.every((time) => time > 1e9 && time < 1e11)) return null;
  const days = new Set(times.map((time) => new Date(time * 1000).toISOString().slice(0, 10)));
  return days.size === 1 ? [...days][0]! : null;
}
