import type { Look } from "./look.ts";

/** The machine in the words of `bench.env.sut`. What it does not say is null: not known, and not guessed. */
export interface Machine {
  readonly cpu: string | null;
  readonly sockets: number | null;
  /** Cores, each once however many threads it runs. */
  readonly cores: number;
  readonly smt: "on" | "off" | null;
  readonly governor: string | null;
  readonly turbo: "on" | "off" | null;
  readonly ram_gb: number;
  readonly os: string;
  readonly kernel: string;
  readonly host: "metal" | "vm" | "container" | null;
  /** Only where a virtual machine is hired by a name. */
  readonly instance?: string | null;
}

const devices = "/sys/devices/system/cpu";
const firmware = "/sys/class/dmi/id";

/** Looks at the machine. Neither its name nor anybody's is part of the answer. */
export async function describeMachine(look: Look): Promise<Machine> {
  const { sockets, cores } = countCores(look);
  const gigabytes = look.memoryBytes / 2 ** 30;
  const host = await hostOf(look);
  const hired = look.read(`${firmware}/sys_vendor`) === "Amazon EC2";
  return {
    cpu: await nameProcessor(look),
    sockets,
    cores,
    smt: toSwitch(look.read(`${devices}/smt/active`)),
    governor: look.read(`${devices}/cpu0/cpufreq/scaling_governor`),
    turbo: turboOf(look),
    ram_gb: gigabytes >= 4 ? Math.round(gigabytes) : Number(gigabytes.toFixed(1)),
    os: await nameSystem(look),
    kernel: look.kernel,
    host,
    ...(host === "vm" || hired ? { instance: hired ? look.read(`${firmware}/product_name`) : null } : {}),
  };
}

async function nameProcessor(look: Look): Promise<string | null> {
  // ARM says numbers where others say a name; lscpu knows what they mean
  const told = look.processors[0] ?? "";
  const known = /^(unknown|\s*)$/.test(told) ? await look.run("lscpu", []) : null;
  const model = known === null ? told : (/^Model name:\s*(.+)$/m.exec(known)?.[1] ?? "");
  return /^(unknown|-|\s*)$/.test(model) ? null : model.replace(/\s+/g, " ").trim();
}

function countCores(look: Look): { readonly sockets: number | null; readonly cores: number } {
  const blocks = (look.read("/proc/cpuinfo") ?? "").split(/\n\s*\n/);
  const ids = blocks.flatMap((block) => {
    const socket = /^physical id\s*:\s*(\d+)/m.exec(block)?.[1];
    const core = /^core id\s*:\s*(\d+)/m.exec(block)?.[1];
    return socket === undefined || core === undefined ? [] : [{ socket, core }];
  });
  if (ids.length === 0) return { sockets: null, cores: look.processors.length };
  const sockets = new Set(ids.map(({ socket }) => socket)).size;
  return { sockets, cores: new Set(ids.map(({ socket, core }) => `${socket} ${core}`)).size };
}

function turboOf(look: Look): "on" | "off" | null {
  const off = toSwitch(look.read(`${devices}/intel_pstate/no_turbo`));
  if (off !== null) return off === "on" ? "off" : "on";
  return toSwitch(look.read(`${devices}/cpufreq/boost`));
}

function toSwitch(text: string | null): "on" | "off" | null {
  return text === "1" ? "on" : text === "0" ? "off" : null;
}

async function nameSystem(look: Look): Promise<string> {
  if (look.platform === "darwin") {
    const version = (await look.run("sw_vers", ["-productVersion"]))?.trim();
    return version ? `macOS ${version}` : "macOS";
  }
  if (look.platform === "win32") return "Windows";
  const release = look.read("/etc/os-release") ?? look.read("/usr/lib/os-release") ?? "";
  return /^PRETTY_NAME="?([^"\n]+)/m.exec(release)?.[1] ?? look.platform;
}

/** A container may run in a virtual machine: then it is called a container, the inner of the two. */
async function hostOf(look: Look): Promise<Machine["host"]> {
  if (look.platform === "darwin") {
    const virtual = (await look.run("sysctl", ["-n", "kern.hv_vmm_present"]))?.trim();
    return virtual === "1" ? "vm" : virtual === "0" ? "metal" : null;
  }
  if (look.platform !== "linux") return null;
  const marks = ["/.dockerenv", "/run/.containerenv"].some((file) => look.read(file) !== null);
  if (marks || /docker|kubepods|containerd|lxc|podman/.test(look.read("/proc/1/cgroup") ?? "")) return "container";
  const product = `${look.read(`${firmware}/sys_vendor`) ?? ""} ${look.read(`${firmware}/product_name`) ?? ""}`;
  if (/\bKVM\b|QEMU|VMware|VirtualBox|Virtual Machine|Xen|Bochs|Amazon EC2|Google Compute|OpenStack/i.test(product)) {
    return /\.metal/.test(product) ? "metal" : "vm";
  }
  const flags = /^flags\s*:.*$/m.exec(look.read("/proc/cpuinfo") ?? "")?.[0];
  if (flags === undefined) return null;
  return /\bhypervisor\b/.test(flags) ? "vm" : "metal";
}
