import type { Diagnostic } from "../source/diagnostic.ts";
import { collectFaults, fault, type Written, written, wrongType } from "../source/faults.ts";
import { asBoolean, asFields, asList, asNumber, asOneOf, asText, type Fields } from "../source/fields.ts";
import { type Located, type Path, showPath } from "../source/located.ts";
import { HUGE, isEnd, TINY } from "./scale.ts";
import type { AnnotationSpec, AxisSpec, ChartSpec } from "./spec.ts";

/** What other tools call the same. */
const SYNONYMS = { type: "mark", kind: "mark" } as const;
const AXIS_SYNONYMS = {
  type: "scale",
  range: "domain",
  limits: "domain",
  min: "domain",
  max: "domain",
  title: "label",
} as const;

const MARKS = ["line", "bar", "dot", "strip", "box", "percentiles", "histogram", "ecdf"] as const;

export interface ParsedChartSpec {
  readonly spec: ChartSpec;
  /** Errors and warnings; a field with an error is not in `spec`. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the chart description at a path of a dataset or a front matter: `["charts", "graph-1-rps"]`, or of the attributes
 * of an element: `[]`. Whether the metric and the series exist is decided where the dataset is known.
 */
export function parseChartSpec(located: Located, path: Path = []): ParsedChartSpec {
  const faults = collectFaults(located);
  const spec = readSpec(written(located, faults, path));
  return { spec, diagnostics: faults.diagnostics() };
}

function readSpec(at: Written): ChartSpec {
  const names = [
    "metric",
    "stat",
    "series",
    "mark",
    "at",
    "x",
    "y",
    "title",
    "caption",
    "spread",
    "runs",
    "orientation",
    "reference",
    "annotations",
    "was",
  ] as const;
  const fields = asFields(at, names, SYNONYMS);
  if (!fields) return {};
  return present({
    metric: read(fields.get("metric"), asText),
    stat: read(fields.get("stat"), asText),
    series: read(fields.get("series"), readSeries),
    mark: read(fields.get("mark"), (mark) => asOneOf(mark, MARKS)),
    at: read(fields.get("at"), readPlaces),
    x: read(fields.get("x"), readPlaceAxis),
    y: read(fields.get("y"), readValueAxis),
    title: read(fields.get("title"), asText),
    caption: read(fields.get("caption"), asText),
    spread: read(fields.get("spread"), (spread) => asOneOf(spread, ["stdev", "ci", "range", "quartiles", "none"])),
    runs: read(fields.get("runs"), asBoolean),
    orientation: read(fields.get("orientation"), (way) => asOneOf(way, ["upright", "lying"])),
    reference: read(fields.get("reference"), (reference) => asOneOf(reference, ["demanded", "none"])),
    annotations: read(fields.get("annotations"), readAnnotations),
    was: read(fields.get("was"), readIds),
  });
}

function readSeries(at: Written): string[] | null {
  const ids = readIds(at);
  if (ids?.length !== 0) return ids;
  wrongType(at, "a list with at least one series", "Name series by their ids, or leave the field out for all of them.");
  return null;
}

/** One id, or a list of them. */
function readIds(at: Written): string[] | null {
  if (typeof at.value === "string") return [at.value];
  return asList(at)?.flatMap((item) => asText(item) ?? []) ?? null;
}

const VALUE_AXIS = ["scale", "domain", "label"] as const;

function readValueAxis(at: Written): AxisSpec | null {
  const fields = asFields(at, VALUE_AXIS, AXIS_SYNONYMS);
  return fields && readAxis(fields);
}

function readPlaceAxis(at: Written): AxisSpec | null {
  const fields = asFields(at, [...VALUE_AXIS, "order", "origin"], AXIS_SYNONYMS);
  if (!fields) return null;
  const order = read(fields.get("order"), (word) => asOneOf<"value" | "data">(word, ["value", "data"]));
  const origin = read(fields.get("origin"), (word) => asOneOf<"start">(word, ["start"]));
  return { ...readAxis(fields), ...present({ order, origin }) };
}

function readAxis(fields: Fields<(typeof VALUE_AXIS)[number]>): AxisSpec {
  const scale = read(fields.get("scale"), (written) => asOneOf<"linear" | "log">(written, ["linear", "log"]));
  const domain = read(fields.get("domain"), (written) => readDomain(written, scale === "log"));
  return present({ scale, domain, label: read(fields.get("label"), asText) });
}

function readDomain(at: Written, log: boolean): readonly [number, number] | null {
  const list = asList(at);
  if (!list) return null;
  if (list.length !== 2) {
    wrongType(at, "a list of two numbers", "Write the lowest and the highest: [0, 100].");
    return null;
  }
  const [low, high] = list.map(asNumber);
  if (low == null || high == null) return null;
  if (low >= high) {
    fault(
      at,
      "bad-domain",
      `${showPath(at.path)} goes from ${low} to ${high}`,
      "Write the lower number first, and two different ones.",
    );
    return null;
  }
  if (!isEnd(low) || !isEnd(high)) {
    const help = `An end is 0, or between ${TINY} and ${HUGE} in size.`;
    fault(at, "bad-domain", `${showPath(at.path)} goes from ${low} to ${high}, which cannot be drawn`, help);
    return null;
  }
  if (log && low <= 0) {
    fault(
      at,
      "bad-domain",
      `${showPath(at.path)} begins at ${low}, which a log scale cannot show`,
      "Begin above 0, or leave the domain out.",
    );
    return null;
  }
  return [low, high];
}

function readAnnotations(at: Written): AnnotationSpec[] | null {
  const list = asList(at);
  return list && list.flatMap((item) => readAnnotation(item) ?? []);
}

function readAnnotation(at: Written): AnnotationSpec | null {
  const fields = asFields(at, ["x", "label"]);
  const x = fields?.need("x", 'Say where it stands: "x": 400.') ?? null;
  const label = fields?.need("label", 'Say what is there: "label": "all workers busy".') ?? null;
  const text = label && asText(label);
  const place = x && readPoint(x);
  return place === null || text === null ? null : { x: place, label: text };
}

/** One place of the x-axis, or a list of them. */
function readPlaces(at: Written): ChartSpec["at"] | null {
  if (!Array.isArray(at.value)) return readPoint(at);
  if (at.value.length === 0) {
    wrongType(at, "a place or a list of places", "Write an x value of the data, or leave the field out.");
    return null;
  }
  const places = asList(at)?.flatMap((item) => readPoint(item) ?? []) ?? [];
  return places.length > 0 ? places : null;
}

/** A number, a category or a time: which of them fits, the axis knows. */
function readPoint(at: Written): number | string | null {
  if (typeof at.value === "string") return asText(at);
  if (typeof at.value === "number") return asNumber(at);
  wrongType(at, "a number or a text", "Write an x value of the data.");
  return null;
}

function read<T>(at: Written | null, reader: (at: Written) => T | null): T | undefined {
  return (at && reader(at)) ?? undefined;
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that are undefined: in a description, absent and undefined must be one thing. */
function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}
