import type { Dataset } from "../src/benchmark/dataset.ts";
import type { Column } from "./columns.ts";
import type { Effort, Experiment } from "./experiment.ts";
import type { Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";
import { describeLoad, describeSampling } from "./method.ts";
import type { RawFile } from "./raw.ts";
import { sourceOf } from "./sources.ts";

type Method = Pick<Dataset, "environment" | "load" | "sampling" | "sources" | "publishRaw">;

/** How two tools were asked for peaks, in the words of a post's `bench`, and what the columns were read from. */
export function describePeaks(
  experiment: Experiment,
  effort: Effort,
  from: { readonly opening: Opening; readonly files: readonly RawFile[]; readonly columns: readonly Column[] },
  attempts: Kept,
): Method {
  const { opening, files, columns } = from;
  const { environment, startedAt } = opening;
  const { tools } = environment;
  const load = describeLoad(experiment, effort, environment);
  const httperf = load["generator"] as { readonly command: string };
  const count = experiment.witnesses[0]?.connections;
  const seconds = Math.round(effort.seconds);
  const wrk = `wrk -t1 -c${count} -d${seconds}s --latency [-H 'Connection: close'] http://127.0.0.1:{port}{uri}`;
  return {
    environment: {
      ...environment,
      // Every column has all servers in it: what they run on is the same for each.
      software: Object.fromEntries(columns.map(({ id }) => [id, allSoftware(experiment)])),
      measured_at: startedAt.slice(0, 10),
    },
    load: {
      ...load,
      generator: {
        name: "httperf and wrk",
        version: `${tools["httperf"] ?? "unknown"} and ${tools["wrk"] ?? "unknown"}`,
        command: `${httperf.command}; ${wrk}`,
      },
      connections: { ...(load["connections"] as object), reuse: `by series; wrk has ${count} and a closed loop` },
    },
    sampling: describeSampling(experiment, effort, attempts, []),
    sources: columns.flatMap(({ of }) => [...of.values()].map((id) => sourceOf(experiment, opening, files, id))),
    publishRaw: true,
  };
}

/** The runtimes and frameworks of all servers, each once. */
function allSoftware({ services }: Experiment): Record<string, string | number> {
  const all = (key: string): string =>
    [...new Set(services.flatMap(({ software }) => software?.[key] ?? []))].join("; ");
  return { runtime: all("runtime"), framework: all("framework"), build: "release", workers: 1 };
}
