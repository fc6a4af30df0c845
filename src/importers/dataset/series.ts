import { contentName } from "./content-name.ts";
import type { DatasetOptions } from "./options.ts";
import { readName } from "./file-name.ts";
import type { Found, Notes } from "./input.ts";
import { isPattern, parsePattern, failOption } from "./pattern.ts";
import type { Axis } from "./x.ts";
import { variantParameter } from "./variant-parameter.ts";
import { nearest } from "../../source/nearest.ts";

/** The line a point belongs to and, where names are the categories, its name. */
export interface Naming {
  readonly series: (found: Found) => string;
  readonly category: (found: Found) => string;
}

/**
 * Names the series: as the author said; else by what tells the points apart, which is the files' names without what names
 * x or counts runs, and the names that the content gives. With hosts merged, files do not tell series apart.
 */
export function nameSeries(found: readonly Found[], axis: Axis, options: DatasetOptions, notes: Notes): Naming {
  const file = fileParts(found, axis);
  const name = contentName(found, axis.name);
  const named = (one: Found) => (options.merge === "hosts" && isHost(one.point) ? "" : name(one));
  const manyWithin = [...byFile(found).values()].some((points) => distinct(points, named) > 1);
  // Names that tell only the files apart are names of the clients.
  const content = options.merge === "hosts" && !manyWithin ? () => "" : named;
  const manyFiles = options.merge !== "hosts" && distinct(found, file) > 1;
  const category = (one: Found) => one.point.fullName ?? (content(one) || file(one) || options.name);
  if (options.series !== undefined) return { series: saidSeries(found, options.series, options.name, notes), category };
  if (axis.kind === "category" && axis.of(found[0]!) === null) {
    const named = found.every((one) => content(one) !== "");
    const parameter = variantParameter(found);
    const place = parameter === null ? category : contentName(found, parameter);
    const variant = ({ point }: Found) =>
      point.labels["variant"] ?? (parameter === null ? "" : point.parameters![parameter]!);
    const series = lineOverNames(found, manyFiles && named ? file : () => "", place, variant, options.name);
    return { series, category: place };
  }
  const tells = manyWithin || (!manyFiles && distinct(found, content) > 1);
  const only = (one: Found) => (isHost(one.point) ? "" : content(one));
  const series = (one: Found) => {
    const parts = [manyFiles ? file(one) : "", tells ? content(one) : ""].filter((part) => part !== "");
    if (parts.length > 0) return parts.join(" ");
    return only(one) || (options.merge === "hosts" ? "" : file(one)) || options.name;
  };
  if (manyFiles && distinct(found, series) > 1) notes.assume("Each file is a series of its own, by its name.");
  return { series, category };
}

/**
 * Over names a line is what they were measured under: a variant (runtime, job, tool) where the content has one, the file
 * where it has none or the same variant was measured in several.
 */
function lineOverNames(
  found: readonly Found[],
  file: (one: Found) => string,
  category: (one: Found) => string,
  variant: (one: Found) => string,
  name: string,
): (one: Found) => string {
  const place = (one: Found) => JSON.stringify([category(one), variant(one)]);
  const files = distinct(found, (one) => place(one) + file(one)) > distinct(found, place);
  return (one) => [files ? file(one) : "", variant(one)].filter((part) => part !== "").join(" ") || name;
}

/** Whether the content names a point by the machine that made the load. */
export function isHost({ series, labels }: Found["point"]): boolean {
  return series !== null && labels["host"] === series;
}

function fileParts(found: readonly Found[], axis: Axis): (one: Found) => string {
  const names = new Map<string, string>();
  for (const [file, points] of byFile(found)) {
    const values = new Set(points.map((one) => axis.of(one)));
    const [only] = values;
    names.set(file, readName(file, values.size === 1 && typeof only === "number" ? only : null).rest);
  }
  return ({ input }) => names.get(input.file)!;
}

export function byFile(found: readonly Found[]): Map<string, Found[]> {
  const files = new Map<string, Found[]>();
  for (const one of found) files.set(one.input.file, [...(files.get(one.input.file) ?? []), one]);
  return files;
}

function distinct(found: readonly Found[], name: (one: Found) => string): number {
  return new Set(found.map(name)).size;
}

function saidSeries(found: readonly Found[], said: string, name: string, notes: Notes): (one: Found) => string {
  if (isPattern(said)) {
    const pattern = parsePattern("--series", said);
    return ({ input }) => {
      const match = pattern.exec(input.file);
      const text = match?.groups?.["series"] ?? match?.[1] ?? match?.[0];
      if (text !== undefined) return text === "" ? name : text;
      const help = "It needs a group that matches each file's name, such as '(?<series>node|python)'.";
      return failOption("series-not-in-name", `--series ${said} finds nothing in this file's name`, help, input.file);
    };
  }
  const labels = new Set(found.flatMap(({ point }) => Object.keys(point.labels)));
  if (labels.has(said)) return ({ point }) => point.labels[said] ?? point.series ?? name;
  const meant = nearest(said, labels);
  if (meant !== null) {
    const fact = `the files have ${meant}, and no ${said}: all points are put into one series called ${said}`;
    notes.warn(found[0]!.input.file, "series-unknown", fact, `Did you mean --series ${meant}?`);
  }
  return () => said;
}
