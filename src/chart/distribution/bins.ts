import { tickStep } from "../decide/ticks.ts";
import { type Sample, quantileOf } from "./sample.ts";

/** Equal bins over what several samples have in common. */
export interface Bins {
  /** Ascending; bin i goes from edge i, which belongs to the bin before it, to edge i + 1, which is its own. */
  readonly edges: readonly number[];
  /** Width of each; a ratio where they are equal on a log scale. */
  readonly width: number;
  readonly rule: "Freedman and Diaconis" | "Sturges";
}

/** More bins than this are no shape any more. */
const MOST = 120;

/**
 * Bins for samples whose figures go through `to` (the logarithm, for a log scale). Their width is 2 · IQR / ∛n (Freedman and Diaconis,
 * "On the histogram as a density estimator: L2 theory", 1981), the smallest of the samples' own, rounded to 1, 2 or 5 times a
 * power of ten; never so small that there are more than 120, nor than the buckets in which a tool counted. Where half of the
 * figures are the same it is range / (1 + log2 n) (Sturges, "The choice of a class interval", 1926).
 */
export function binsOf(
  samples: readonly Sample[],
  figures: readonly (readonly number[])[],
  to: (figure: number) => number,
): Bins {
  const all = samples.map((sample, i) => ({ ...sample, values: figures[i]!.map(to) }));
  const low = Math.min(...all.map(({ values }) => values[0]!));
  const high = Math.max(...all.map(({ values }) => values.at(-1)!));
  const widths = all.map(freedmanDiaconis).filter((width) => width > 0);
  const rule = widths.length > 0 ? "Freedman and Diaconis" : "Sturges";
  const wanted = widths.length > 0 ? Math.min(...widths) : Math.min(...all.map(sturges));
  const least = Math.max((high - low) / MOST, ...all.map(bucketWidth));
  const width = tickStep(0, Math.max(wanted, least) || Math.abs(high) / 10 || 1, 1);
  const step = (high - low) / width > MOST ? tickStep(0, 2.1 * width, 1) : width;
  // A figure on an edge belongs to the bin below it.
  const first = Math.ceil(low / step - 1e-9) - 1;
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  const edges = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return { edges, width: step, rule };
}

function freedmanDiaconis(sample: Sample): number {
  return (2 * (quantileOf(sample, 0.75) - quantileOf(sample, 0.25))) / Math.cbrt(sample.total);
}

function sturges({ values, total }: Sample): number {
  return (values.at(-1)! - values[0]!) / (1 + Math.log2(total));
}

/** The median distance between neighbouring buckets of a tool: finer bins would be empty in turn. */
function bucketWidth({ values, bucketed }: Sample): number {
  if (!bucketed || values.length < 3) return 0;
  const gaps = values.slice(1).map((value, i) => value - values[i]!);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)]!;
}

/**
 * The share of a sample in each bin, in percent; its figures went through the same scale as the bins. What a tool counted in a
 * bucket is spread evenly over it, from the end of the bucket before.
 */
export function sharesIn(sample: Sample, values: readonly number[], { edges, width }: Bins): number[] {
  const { counts, total } = sample;
  const usual = bucketWidth({ ...sample, values });
  const held = edges.slice(1).map(() => 0);
  const start = edges[0]!;
  const binOf = (value: number): number =>
    Math.max(0, Math.min(held.length - 1, Math.ceil((value - start) / width - 1e-9) - 1));
  for (const [i, value] of values.entries()) {
    const size = usual === 0 ? 0 : value - (values[i - 1] ?? value - usual);
    const last = binOf(value);
    const first = Math.min(last, binOf(value - size + 1e-9 * width));
    for (let bin = first; bin <= last; bin++) {
      const from = bin === first ? value - size : edges[bin]!;
      const share = size === 0 || first === last ? 1 : (Math.min(value, edges[bin + 1]!) - from) / size;
      held[bin] = held[bin]! + share * counts[i]!;
    }
  }
  return held.map((count) => Number(((100 * count) / total).toPrecision(9)));
}
