import type { Dataset } from "../src/benchmark/dataset.ts";
import type { Environment } from "./environment.ts";
import type { Effort, Experiment } from "./experiment.ts";
import type { Kept } from "./kept.ts";
import { describeLoad, describeSampling } from "./method.ts";

type Method = Pick<Dataset, "environment" | "load" | "sampling">;

/** How two tools were asked for the peaks, in the words of a post's `bench`. `columns` are the ids of the dataset's series. */
export function describePeaks(
  experiment: Experiment,
  effort: Effort,
  { environment, columns }: { environment: Environment; columns: readonly string[] },
  kept: Kept,
): Method {
  const load = describeLoad(experiment, effort, environment);
  const { tools } = environment;
  const httperf = load["generator"] as { readonly command: string };
  const connections = experiment.witnesses[0]?.connections;
  const wrk = `wrk -t1 -c${connections} -d${Math.round(effort.seconds)}s --latency [-H 'Connection: close'] http://127.0.0.1:{port}{uri}`;
  return {
    // Every column has all servers in it: what they run on is the same for each.
    environment: { ...environment, software: Object.fromEntries(columns.map((id) => [id, allSoftware(experiment)])) },
    load: {
      ...load,
      generator: {
        name: "httperf and wrk",
        version: `${tools["httperf"] ?? "unknown"} and ${tools["wrk"] ?? "unknown"}`,
        command: `${httperf.command}; ${wrk}`,
      },
      connections: { ...(load["connections"] as object), reuse: `by series; wrk has ${connections} and a closed loop` },
    },
    sampling: describeSampling(experiment, effort, kept, []),
  };
}

/** The runtimes and frameworks of all servers, each once. */
function allSoftware({ services }: Experiment): Record<string, string | number> {
  const all = (key: string): string =>
    [...new Set(services.flatMap(({ software }) => software?.[key] ?? []))].join("; ");
  return { runtime: all("runtime"), framework: all("framework"), build: "release", workers: 1 };
}
