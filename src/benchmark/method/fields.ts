import { asBoolean, asText } from "../../source/fields.ts";
import { asAmount, asAnswer, asDay, asLabel, asPositive, asSwitch, field, oneOf, type Read } from "./table.ts";

/** The system under test. */
export const sutFields = {
  cpu: field("cpu", asText),
  sockets: field("sockets", asPositive),
  cores: field("cores", asPositive),
  smt: field("smt", asSwitch),
  governor: field("governor", asText),
  turbo: field("turbo", asSwitch),
  ramGb: field("ram_gb", asPositive),
  os: field("os", asText),
  kernel: field("kernel", asText),
  host: field("host", oneOf("metal", "vm", "container")),
  instance: field("instance", asText),
  nicGbps: field("nic_gbps", asPositive),
};

/** The machine that makes the load. */
export const loadMachineFields = {
  sameHost: field("same_host", asBoolean),
  cpu: field("cpu", asText),
  cores: field("cores", asPositive),
  /** Which cores server and generator are kept on. */
  pinned: field("pinned", asAnswer),
};

/** What runs as one series. */
export const softwareFields = {
  runtime: field("runtime", asText),
  framework: field("framework", asText),
  build: field("build", asText),
  workers: field("workers", asPositive),
};

/** The program that makes the load. `command` is the exact line, with `{rate}` for what changes. */
export const generatorFields = {
  name: field("name", asText),
  version: field("version", asLabel),
  command: field("command", asText),
};

export const connectionFields = {
  count: field("count", asPositive),
  /** `keepalive`, `new-per-request`, `pool`, or words. */
  reuse: field("reuse", asText),
  http: field("http", asLabel),
  tls: field("tls", asAnswer),
  pipelining: field("pipelining", asPositive),
};

export const loadFields = {
  model: field("model", oneOf("open", "closed", "partly-open")),
  arrival: field("arrival", oneOf("constant", "poisson")),
  latencyFrom: field("latency_from", oneOf("intended-start", "actual-send", "corrected", "unknown")),
  timeoutS: field("timeout_s", asAmount),
  warmupS: field("warmup_s", asAmount),
  durationS: field("duration_s", asPositive),
  /** Pause of a client between answer and next request. */
  thinkTimeS: field("think_time_s", asAmount),
  cache: field("cache", oneOf("cold", "warm", "not-applicable")),
  order: field("order", oneOf("interleaved", "randomised", "sequential")),
  /** What counts as an error. */
  errors: field("errors", asText),
};

export const samplingFields = {
  unit: field("unit", oneOf("machine", "process", "run", "request")),
  runs: field("runs", asPositive),
  centre: field("centre", oneOf("mean", "median", "min", "max", "value")),
  spread: field("spread", oneOf("ci95", "stdev", "sem", "iqr", "range")),
  outliersRemoved: field("outliers_removed", asAmount),
  /** By which rule they were. */
  outliersMethod: field("outliers_method", asText),
  percentilesFrom: field("percentiles_from", oneOf("merged-histogram", "mean-of-runs")),
  /** For many comparisons at once: `bonferroni`, `holm` … */
  correction: field("correction", asText),
};

/** Where the figures and the way to new ones are. */
export const artefactFields = {
  data: field("data", asText),
  sha256: field("sha256", asText),
  repo: field("repo", asText),
  commit: field("commit", asLabel),
  run: field("run", asText),
};

export const measuredAtField = field("measured_at", asDay);

export type Sut = Read<typeof sutFields>;
export type LoadMachine = Read<typeof loadMachineFields>;
export type Software = Read<typeof softwareFields>;
export type Artefacts = Read<typeof artefactFields>;
export type Sampling = Read<typeof samplingFields>;
export type Load = Read<typeof loadFields> & {
  readonly generator: Read<typeof generatorFields>;
  readonly connections: Read<typeof connectionFields>;
};
