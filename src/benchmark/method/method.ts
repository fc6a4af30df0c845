import { type Written, written } from "../../source/faults.ts";
import { asMap } from "../../source/fields.ts";
import type { Dataset } from "../dataset.ts";
import type { Bench } from "../bench.ts";
import {
  artefactFields,
  type Artefacts,
  connectionFields,
  generatorFields,
  type Load,
  loadFields,
  type LoadMachine,
  loadMachineFields,
  measuredAtField,
  type Sampling,
  samplingFields,
  type Software,
  softwareFields,
  type Sut,
  sutFields,
} from "./fields.ts";
import { mergeRead, readTable } from "./table.ts";

/** How a benchmark was done, as far as anybody said: null is what is not known. */
export interface Method {
  readonly sut: Sut;
  readonly loadMachine: LoadMachine;
  /** By series. */
  readonly software: ReadonlyMap<string, Software>;
  readonly load: Load;
  readonly sampling: Sampling;
  readonly artefacts: Artefacts;
  /** ISO day or instant. */
  readonly measuredAt: string | null;
}

/** The maps of which a method is read; each is null where nobody wrote it. */
export interface WrittenMethod {
  readonly environment: Written | null;
  readonly load: Written | null;
  readonly sampling: Written | null;
  readonly artefacts: Written | null;
  readonly measuredAt: Written | null;
}

/** Reads a method where it is written; what cannot be understood goes to the faults of its place. */
export function readMethod(at: WrittenMethod): Method {
  const environment = at.environment && asMap(at.environment);
  const inEnvironment = (name: string): Written | null => present(environment?.get(name));
  const load = at.load && asMap(at.load);
  const machines = inEnvironment("software");
  const measuredAt = at.measuredAt ?? inEnvironment("measured_at");
  return {
    sut: readTable(inEnvironment("sut"), sutFields),
    loadMachine: readTable(inEnvironment("load"), loadMachineFields),
    software: new Map(
      [...((machines && asMap(machines)) ?? [])].map(([series, one]) => [series, readTable(one, softwareFields)]),
    ),
    load: {
      ...readTable(at.load, loadFields, ["generator", "connections"]),
      generator: readTable(present(load?.get("generator")), generatorFields),
      connections: readTable(present(load?.get("connections")), connectionFields),
    },
    sampling: readTable(at.sampling, samplingFields),
    artefacts: readTable(at.artefacts, artefactFields),
    measuredAt: measuredAt && measuredAtField.read(measuredAt),
  };
}

const known = new WeakMap<Dataset, Method>();

/** What a dataset recorded about its method; read once, because rules, search, cards and files ask for it. */
export function recordedMethod(dataset: Dataset): Method {
  const method = known.get(dataset) ?? readRecorded(dataset);
  known.set(dataset, method);
  return method;
}

/** Its maps are its author's own: other words in them are no fault. */
function readRecorded(dataset: Dataset): Method {
  const { environment, load, sampling } = dataset;
  const top = { source: { file: "", text: "" }, value: { environment, load, sampling }, offsetsOf: () => [] };
  const of = (...path: string[]): Written => written(top, unheard, path);
  const method = readMethod({
    environment: of("environment"),
    load: of("load"),
    sampling: of("sampling"),
    artefacts: null,
    measuredAt: null,
  });
  const software = new Map(method.software);
  for (const { id, environment: own } of dataset.series) {
    const read = readTable({ value: own, path: [], faults: unheard }, softwareFields);
    software.set(id, mergeRead(read, software.get(id) ?? nothing));
  }
  return { ...method, software };
}

/** How a dataset of a post was measured: what the post declares, and else what the dataset recorded. */
export function methodOf(dataset: Dataset, bench: Bench | null): Method {
  const recorded = recordedMethod(dataset);
  if (bench === null) return recorded;
  const { method } = bench;
  const software = new Map(recorded.software);
  for (const [series, one] of method.software) software.set(series, mergeRead(one, software.get(series) ?? nothing));
  return {
    sut: mergeRead<typeof sutFields>(method.sut, recorded.sut),
    loadMachine: mergeRead<typeof loadMachineFields>(method.loadMachine, recorded.loadMachine),
    software,
    load: {
      ...mergeRead<typeof loadFields>(method.load, recorded.load),
      generator: mergeRead<typeof generatorFields>(method.load.generator, recorded.load.generator),
      connections: mergeRead<typeof connectionFields>(method.load.connections, recorded.load.connections),
    },
    sampling: mergeRead<typeof samplingFields>(method.sampling, recorded.sampling),
    artefacts: mergeRead<typeof artefactFields>(method.artefacts, recorded.artefacts),
    measuredAt: method.measuredAt ?? recorded.measuredAt,
  };
}

function present(at: Written | undefined): Written | null {
  return at === undefined || at.value === null ? null : at;
}

const unheard: Written["faults"] = { add: () => {}, hasErrors: () => false, diagnostics: () => [] };

const nothing: Software = readTable(null, softwareFields);
