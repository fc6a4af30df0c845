import { at, numberAt, stringAt } from "./json.ts";
import type { Json } from "./json.ts";
import { known } from "./known.ts";
import { isNumber, numericParameters, unnamed } from "./parameters.ts";
import type { Figures, Point } from "./reading.ts";

/** What a benchmark of criterion is called, taken apart. */
export type CriterionName = Pick<Point, "series" | "fullName" | "labels" | "x"> & {
  readonly parameters: Readonly<Record<string, string>>;
};

/** By its group, function and value; one of function and value may be missing. */
export function criterionName(group: string, of: string | null, value: string | null): CriterionName {
  const parameters: Record<string, string> = value === null ? {} : { [unnamed]: value };
  const series = of === null ? group : `${group}/${of}`;
  const full = value === null ? series : `${series}/${value}`;
  return {
    series,
    fullName: full,
    labels: { benchmark: full, group, ...known({ function: of }), ...parameters },
    parameters,
    x: numericParameters(parameters),
  };
}

/** Of a name written in one, `fib/recursive/10`: a number in the end is the value. */
export function criterionTitle(title: string): CriterionName {
  const parts = title.split("/");
  const value = parts.length > 1 && isNumber(parts.at(-1)!) ? parts.pop()! : null;
  const [group = "", ...of] = parts;
  return criterionName(group, of.length === 0 ? null : of.join("/"), value);
}

/** Of `benchmark.json`. */
export function criterionId(json: Json): CriterionName | null {
  const group = stringAt(json, "group_id");
  return group === null ? null : criterionName(group, stringAt(json, "function_id"), stringAt(json, "value_str"));
}

/**
 * Of the folders in which `estimates.json` stands: `criterion/fib/recursive/10/new/`. The last of them names the baseline;
 * without a folder called criterion only the two above it are taken, since the others are the machine's.
 */
export function criterionFolders(file: string): { readonly title: string; readonly baseline: string } | null {
  const folders = file.split(/[\\/]/).slice(0, -1);
  const baseline = folders.pop();
  if (baseline === undefined || folders.length === 0) return null;
  const root = folders.findLastIndex((folder) => folder.endsWith("criterion"));
  const title = (root < 0 ? folders.slice(-2) : folders.slice(root + 1)).join("/");
  return title === "" ? null : { title, baseline };
}

/** What passes through an operation, per second: bytes, or elements of the program's own kind. `seconds` is the operation's time. */
export function throughputOf(json: Json | undefined, seconds: number | null): Record<string, Figures> {
  if (seconds === null || seconds <= 0) return {};
  const bytes =
    numberAt(json, "Bytes") ?? numberAt(json, "BytesDecimal") ?? numberAt(at(json, "ElementsAndBytes"), "bytes");
  const elements = numberAt(json, "Elements") ?? numberAt(at(json, "ElementsAndBytes"), "elements");
  return known<Figures>({
    transferred: bytes === null ? null : { stats: { value: bytes / seconds } },
    elements_per_second: elements === null ? null : { stats: { value: elements / seconds }, metric: elementRate },
  });
}

export const elementRate = {
  label: "Elements",
  unit: "1/s",
  display: "elements/s",
  better: "higher",
  denominator: null,
} as const;
