import { failedBenchmark } from "./failed.ts";
import { placeNames } from "./grouped.ts";
import { known } from "./known.ts";
import { noLoad } from "./listed.ts";
import { numericParameters, type Parameters } from "./parameters.ts";
import type { Figures, Point, Reading } from "./reading.ts";
import type { Sniff } from "./sniff.ts";

/** One benchmark of BenchmarkDotNet, whichever file says so. */
export interface DotNetBenchmark {
  /** The class. */
  readonly group: string | null;
  /** The method. */
  readonly name: string;
  readonly parameters: Parameters;
  readonly job: string | null;
  readonly fullName: string | null;
  /** Null where it failed. */
  readonly figures: Figures | null;
  /** Bytes per operation. */
  readonly allocated: number | null;
}

/** `runtime` is what the file was measured on, where one job says nothing that tells it from another file. */
export function dotNetReading(
  sniff: Sniff,
  all: readonly DotNetBenchmark[],
  runtime: string | null,
  rest: Pick<Reading, "format" | "toolVersion" | "assumed" | "environment">,
): Reading {
  const names = placeNames(all.map((one) => ({ ...one, given: givenTo(one) })));
  const jobs = new Set(all.map(({ job }) => job)).size > 1;
  const points = all.map((one, i) => {
    const { series, fullName, variant } = names[i]!;
    const own = jobs ? one.job : variant === null ? (runtime?.replace(/ \(.*$/, "") ?? null) : null;
    const line = [variant, own].filter((word) => word !== null).join(" ");
    return toPoint(one, { series, fullName, variant: line === "" ? null : line }, jobs);
  });
  return {
    ...rest,
    tool: "benchmarkdotnet",
    points,
    load: noLoad,
    warnings: all.filter(({ figures }) => figures === null).map(({ name }) => failedBenchmark(sniff, name, null)),
  };
}

function givenTo({ parameters }: DotNetBenchmark): string {
  return Object.entries(parameters)
    .map(([name, text]) => `${name}=${text}`)
    .join(", ");
}

function toPoint(one: DotNetBenchmark, placed: ReturnType<typeof placeNames>[number], jobs: boolean): Point {
  const { group, name, parameters, job, fullName, figures, allocated } = one;
  return {
    series: placed.series,
    labels: {
      ...parameters,
      method: name,
      ...known({ type: group, job, benchmark: fullName, variant: placed.variant }),
    },
    fullName: placed.fullName,
    parameters: jobs && job !== null ? { ...parameters, job } : parameters,
    x: numericParameters(parameters),
    metrics: known<Figures>({
      time_per_op: figures,
      allocated: allocated === null ? null : { stats: { value: allocated } },
    }),
    counts: {},
    duration: null,
    flags: [],
  };
}
