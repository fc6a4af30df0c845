import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, release, totalmem, type as systemName } from "node:os";
import { priority } from "./priority.ts";
import type { Experiment } from "./experiment.ts";

/** The machine and its software, in the words of a post's `bench.env`. */
export interface Environment {
  readonly sut: Readonly<Record<string, string | number | null>>;
  readonly load: Readonly<Record<string, string | number | boolean>>;
  readonly software: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly tools: Readonly<Record<string, string>>;
  readonly settings: Readonly<Record<string, string | number | boolean>>;
}

const SYSCTLS = [
  "net/core/somaxconn",
  "net/ipv4/ip_local_port_range",
  "net/ipv4/tcp_tw_reuse",
  "net/ipv4/tcp_max_syn_backlog",
  "kernel/sched_autogroup_enabled",
];

/** Look at the machine. What it does not say is null, not guessed. */
export function describeEnvironment(experiment: Experiment): Environment {
  const cores = cpus();
  const topology = "/sys/devices/system/cpu/cpu0";
  const siblings = readOr(`${topology}/topology/thread_siblings_list`);
  return {
    sut: {
      cpu: cores[0]?.model ?? null,
      sockets: sockets(),
      cores: cores.length,
      smt: siblings === null ? null : /[,-]/.test(siblings) ? "on" : "off",
      governor: readOr(`${topology}/cpufreq/scaling_governor`),
      turbo: null,
      ram_gb: Math.round(totalmem() / 2 ** 30),
      os: /^PRETTY_NAME="(.*)"/m.exec(readOr("/etc/os-release") ?? "")?.[1] ?? systemName(),
      kernel: release(),
      host: /\bhypervisor\b/.test(readOr("/proc/cpuinfo") ?? "") ? "vm" : "metal",
      instance: null,
      nic_gbps: null,
    },
    load: { same_host: true, cpu: cores[0]?.model ?? "unknown", cores: 1, network: "loopback" },
    software: Object.fromEntries(
      experiment.series.map(({ id, service }) => [
        id,
        { ...experiment.services.find((candidate) => candidate.id === service)?.software, workers: 1 },
      ]),
    ),
    tools: {
      httperf: version(["httperf", "--version"]),
      wrk: version(["wrk", "-v"]),
      redis: version(["redis-server", "-v"]),
    },
    settings: {
      ...experiment.settings,
      server_core: experiment.cores.server,
      store_and_generator_core: experiment.cores.load,
      nice: priority(),
      open_files_limit: Number(/^Max open files\s+(\d+)/m.exec(readOr("/proc/self/limits") ?? "")?.[1] ?? 0),
      ...Object.fromEntries(
        SYSCTLS.map((name) => [name.replaceAll("/", "."), readOr(`/proc/sys/${name}`) ?? "unknown"]),
      ),
    },
  };
}

/** The first version number that a command prints. */
export function version(command: readonly string[]): string {
  const [program = "", ...args] = command;
  // wrk -v and httperf --version print to stderr or end with an error code; the text is all that counts.
  const text = execFileSync("sh", ["-c", '"$@" 2>&1 || true', "sh", program, ...args], { encoding: "utf8" });
  return /\d+\.\d+(\.\d+)?/.exec(text)?.[0] ?? "unknown";
}

function sockets(): number | null {
  const ids = (readOr("/proc/cpuinfo") ?? "").match(/^physical id\s*:.*$/gm);
  return ids === null ? null : new Set(ids).size;
}

function readOr(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim().replaceAll("\t", " ");
  } catch {
    return null;
  }
}
