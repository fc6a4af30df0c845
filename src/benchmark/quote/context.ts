import { nearest } from "../../source/nearest.ts";
import type { Dataset, Metric, Series } from "../dataset.ts";
import { percent } from "../insights/words.ts";
import { formatNumber, formatValue } from "../number.ts";
import { displayUnit } from "../unit.ts";
import type { Argument, Call } from "./expression.ts";

/** A quotation that cannot be made: thrown within this folder, a value outside of it. */
export class Refusal extends Error {
  constructor(
    readonly fact: string,
    readonly help: string,
    /** The argument at fault; null for the call as a whole. */
    readonly argument: Argument | null = null,
  ) {
    super(fact);
  }
}

/** The datasets of a post and the arguments of one call, asked for by name. */
export interface Context {
  readonly dataset: Dataset;
  /** A series that has the metric. */
  series(name: string): Series;
  readonly metric: Metric;
  readonly stat: string | null;
  /** An x as stored: the number, or the index of the category. */
  x(name: string, series: Series): number;
  text(name: string): string;
  number(name: string): number;
  optionalNumber(name: string): number | null;
  /** A figure of the metric, with unit and digits as the call wants them. */
  figure(value: number): string;
  /** A number without a unit. */
  plain(value: number): string;
  percent(value: number): string;
  place(value: number): string;
}

/** Arguments that every function takes, by name only. */
const options = ["metric", "stat", "data", "digits", "unit", "from", "to"] as const;

/** More significant digits a number in JSON and JavaScript does not surely have (IEEE 754, 64 bits). */
const mostDigits = 15;

/** Binds the arguments of a call to the parameters of a function. Throws a Refusal. */
export function bind(call: Call, parameters: readonly string[], datasets: readonly Dataset[]): Context {
  const given = byName(call, parameters);
  const wanted = (name: string): Argument => {
    const argument = given.get(name);
    if (!argument) throw new Refusal(`${call.name} needs ${name}`, `Write ${usage(call.name, parameters)}.`);
    return argument;
  };
  const text = (name: string): string => String(wanted(name).value);
  const optionalNumber = (name: string): number | null => {
    const argument = given.get(name);
    if (argument === undefined || typeof argument.value === "number") return argument?.value as number | null;
    throw new Refusal(`${name} is ${JSON.stringify(argument.value)}, and no number`, "Write a number.", argument);
  };
  const dataset = chooseDataset(given, datasets);
  const metric = chooseMetric(given.get("metric"), dataset);
  const significant = optionalNumber("digits") ?? 3;
  if (!Number.isInteger(significant) || significant < 1 || significant > mostDigits)
    throw new Refusal(
      `digits is ${significant}`,
      `Write how many significant digits to show, a whole number from 1 to ${mostDigits}.`,
      given.get("digits"),
    );
  const bare = given.get("unit")?.value === false;
  const unit = displayUnit(metric.unit, metric.display)!;
  const plain = (value: number): string => formatNumber(value, { significant });
  return {
    dataset,
    metric,
    stat: given.has("stat") ? text("stat") : null,
    text,
    number: (name) => {
      wanted(name);
      return optionalNumber(name)!;
    },
    optionalNumber: (name) => optionalNumber(name) ?? null,
    series: (name) => {
      const argument = wanted(name);
      const having = dataset.series.filter(({ values }) => values.has(metric.id));
      const found = having.find(({ id }) => id === argument.value);
      if (found) return found;
      throw unknown(
        argument,
        `series with ${metric.id} in "${dataset.name}"`,
        having.map(({ id }) => id),
      );
    },
    x: (name, series) => placeOf(dataset, series, wanted(name)),
    figure: (value) => formatValue(value, bare ? { ...unit, symbol: "" } : unit, { significant }),
    plain,
    percent: (value) => percent(value, { significant }).slice(0, bare ? -2 : undefined),
    place: (value) => {
      const { x } = dataset;
      if (x.kind === "category") return x.categories[value] ?? "";
      if (x.kind === "time") return new Date(value * 1000).toISOString().slice(0, 10);
      const shown = displayUnit(x.unit ?? "1", x.display ?? x.unit ?? "1");
      const digits = { significant: Math.max(4, significant) };
      if (shown === null) return formatNumber(value, digits);
      return formatValue(value, bare ? { ...shown, symbol: "" } : shown, digits);
    },
  };
}

/** Arguments by the names of the parameters at whose place they stand. */
function byName(call: Call, parameters: readonly string[]): Map<string, Argument> {
  const known = [...parameters, ...options];
  const given = new Map<string, Argument>();
  for (const [index, argument] of call.arguments.entries()) {
    const name = argument.name ?? parameters[index];
    if (name === undefined) {
      throw new Refusal(`${call.name} takes no argument here`, `Write ${usage(call.name, parameters)}.`, argument);
    }
    if (!known.includes(name)) throw unknown({ ...argument, value: name }, `argument of ${call.name}`, known);
    given.set(name, argument);
  }
  return given;
}

/** How a function is called: `value("series", "x")`. */
export function usage(name: string, parameters: readonly string[]): string {
  return `${name}(${parameters.join(", ")})`;
}

function chooseDataset(given: ReadonlyMap<string, Argument>, datasets: readonly Dataset[]): Dataset {
  const named = given.get("data");
  if (named) {
    const names = datasets.map(({ name }) => name);
    const found = datasets.find(({ name }) => name === named.value);
    if (found) return found;
    const all = [...names, named.value].join(", ");
    throw unknown(named, "dataset of this post", names, ` Others are named in the front matter: data: [${all}].`);
  }
  const series = given.get("series") ?? given.get("a");
  const having = datasets.filter((dataset) => dataset.series.some(({ id }) => id === series?.value));
  const metric = given.get("metric");
  const both = having.find(({ metrics }) => metric === undefined || metrics.has(String(metric.value)));
  const chosen = both ?? having[0] ?? datasets[0];
  if (chosen) return chosen;
  throw new Refusal("this post has no dataset to quote from", "Name one in the front matter: data: some-name.");
}

function chooseMetric(argument: Argument | undefined, { name, metrics }: Dataset): Metric {
  if (!argument) return [...metrics.values()][0]!;
  const found = metrics.get(String(argument.value));
  if (found) return found;
  throw unknown(argument, `metric in "${name}"`, [...metrics.keys()]);
}

function placeOf(dataset: Dataset, series: Series, argument: Argument): number {
  const { x } = dataset;
  const { value } = argument;
  const stored = x.kind === "category" ? x.categories.indexOf(String(value)) : x.kind === "time" ? time(value) : value;
  if (typeof stored === "number" && series.x.includes(stored)) return stored;
  const places = series.x.map((place) => (x.kind === "category" ? x.categories[place]! : String(place)));
  if (x.kind === "category") throw unknown(argument, `place of ${series.id}`, places);
  const around = [...series.x].sort((a, b) => Math.abs(a - Number(value)) - Math.abs(b - Number(value)));
  const help = `Measured nearest to it: ${around.slice(0, 2).join(", ")}.`;
  throw new Refusal(`${series.id} was not measured at ${value}`, help, argument);
}

function time(value: Argument["value"]): number {
  return typeof value === "string" ? Date.parse(value) / 1000 : Number(value);
}

function unknown(argument: Argument, kind: string, known: readonly string[], more = ""): Refusal {
  const word = String(argument.value);
  const meant = nearest(word, known);
  const help = meant === null ? `Known: ${known.join(", ")}.${more}` : `Did you mean "${meant}"?`;
  return new Refusal(`there is no ${kind} called "${word}"`, help, argument);
}
