import { seeded } from "../../../src/benchmark/random.ts";

type Column = readonly (number | null)[];
/** Figures by series: the values, or statistics by their names. */
type Figures = Readonly<Record<string, Column | Readonly<Record<string, unknown>>>>;

/** What is measured. */
export interface Metric {
  readonly label: string;
  readonly unit: string;
  readonly display?: string;
}

export const rate: Metric = { label: "Throughput", unit: "1/s", display: "req/s" };
export const time: Metric = { label: "Response time", unit: "s", display: "ms" };

const demand = { name: "demanded_request_rate", label: "Demanded", unit: "1/s", display: "req/s" };

const toId = (label: string): string => label.replace(/[^A-Za-z0-9.]+/g, "-");
const asStatistics = (one: Figures[string]) => (Array.isArray(one) ? { value: one } : one);

/** Figures of things with names: of what kind, then each. */
export function named(label: string, places: readonly string[], metric: Metric, figures: Figures): object {
  const series = Object.entries(figures).map(([label, one]) => {
    return { id: toId(label), label, values: { figure: asStatistics(one) } };
  });
  return { x: { label, values: places }, metrics: { figure: metric }, series };
}

/** Figures over numbers. Each series has as many points as it has figures. */
export function over(axis: Metric, x: readonly number[], metric: Metric, figures: Figures): object {
  const series = Object.entries(figures).map(([label, one]) => {
    const values = asStatistics(one) as Readonly<Record<string, unknown>>;
    const length = Math.max(...Object.values(values).map((column) => (Array.isArray(column) ? column.length : 0)));
    return { id: toId(label), label, x: x.slice(0, length), values: { figure: values } };
  });
  return { x: axis, metrics: { figure: metric }, series };
}

/** Figures over demanded rates. */
export function swept(x: readonly number[], metric: Metric, figures: Figures): object {
  return { ...over(demand, x, metric, figures), x: demand };
}

/** What a server delivers of rates: all of it, up to a limit. */
export function upTo(limit: number, x: readonly number[]): number[] {
  return x.map((one) => Math.min(one, limit));
}

/** Numbers from a first to a last, in steps. */
export function steps(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.round((last - first) / step) + 1 }, (_, index) => first + index * step);
}

/** Draws from a standard normal distribution (Box and Muller 1958), the same ones each time. */
export function bell(seed: number): () => number {
  const random = seeded(seed);
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The smallest value that a share of all does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

/** With so many significant digits as a picture shows. */
export function round(value: number): number {
  return Number(value.toPrecision(4));
}
