import assert from "node:assert/strict";
import { test } from "node:test";
import { softwareOf } from "../../src/cli/environment/environment.ts";
import type { Look } from "../../src/cli/environment/look.ts";
import { describeMachine } from "../../src/cli/environment/machine.ts";
import { findRuntimes } from "../../src/cli/environment/runtimes.ts";

/** A machine of which these files and commands are known. */
function machine(
  files: Readonly<Record<string, string>>,
  commands: Readonly<Record<string, string>> = {},
  more: Partial<Look> = {},
): Look {
  return {
    platform: "linux",
    kernel: "6.1.0-25-amd64",
    memoryBytes: 31.3 * 2 ** 30,
    processors: Array.from({ length: 4 }, () => "AMD  EPYC 7763 "),
    read: (path) => files[path] ?? null,
    run: async (command, args) => commands[[command, ...args].join(" ")] ?? null,
    ...more,
  };
}

const block = (socket: number, core: number, flags = "fpu sse") =>
  `physical id\t: ${socket}\ncore id\t\t: ${core}\nflags\t\t: ${flags}`;

test("a machine of metal with two sockets is told with all that changes figures", async () => {
  const found = await describeMachine(
    machine({
      "/proc/cpuinfo": [block(0, 0), block(0, 0), block(1, 0), block(1, 0)].join("\n\n"),
      "/etc/os-release": 'NAME="Debian"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
      "/sys/devices/system/cpu/smt/active": "1",
      "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor": "performance",
      "/sys/devices/system/cpu/intel_pstate/no_turbo": "1",
    }),
  );
  assert.deepEqual(found, {
    cpu: "AMD EPYC 7763",
    sockets: 2,
    cores: 2,
    smt: "on",
    governor: "performance",
    turbo: "off",
    ram_gb: 31,
    os: "Debian GNU/Linux 12 (bookworm)",
    kernel: "6.1.0-25-amd64",
    host: "metal",
  });
});

test("what a machine does not say is null, and a hired one has a name of its own", async () => {
  const hidden = { "/proc/cpuinfo": "processor: 0\nflags : fpu hypervisor" };
  const { host, sockets, cores, smt, governor, turbo, instance } = await describeMachine(machine(hidden));
  assert.deepEqual(
    { host, sockets, cores, smt, governor, turbo, instance },
    {
      host: "vm",
      sockets: null,
      cores: 4,
      smt: null,
      governor: null,
      turbo: null,
      instance: null,
    },
  );
  const hired = { "/sys/class/dmi/id/sys_vendor": "Amazon EC2", "/sys/class/dmi/id/product_name": "c5.metal" };
  const rented = await describeMachine(machine(hired));
  assert.deepEqual([rented.host, rented.instance], ["metal", "c5.metal"]);
});

test("a processor that has no name for Node is looked up", async () => {
  const nameless = { processors: ["unknown", "unknown"] };
  const arm = machine({}, { lscpu: "Architecture: aarch64\nModel name:   Neoverse-N1\n" }, nameless);
  assert.equal((await describeMachine(arm)).cpu, "Neoverse-N1");
  assert.equal((await describeMachine(machine({}, {}, nameless))).cpu, null);
});

for (const [what, files, host] of [
  ["a file of Docker's", { "/.dockerenv": "" }, "container"],
  ["control groups", { "/proc/1/cgroup": "0::/kubepods/pod1" }, "container"],
  ["the firmware", { "/sys/class/dmi/id/product_name": "VirtualBox" }, "vm"],
  ["nothing", {}, null],
] as const) {
  test(`whether it is virtual is told by ${what}`, async () => {
    assert.equal((await describeMachine(machine(files))).host, host);
  });
}

test("other systems are asked in their own way", async () => {
  const mac = machine(
    {},
    { "sw_vers -productVersion": "15.1\n", "sysctl -n kern.hv_vmm_present": "0\n" },
    { platform: "darwin" },
  );
  const { os, host } = await describeMachine(mac);
  assert.deepEqual([os, host], ["macOS 15.1", "metal"]);
  assert.equal((await describeMachine(machine({}, {}, { platform: "win32", memoryBytes: 2.5 * 2 ** 30 }))).ram_gb, 2.5);
});

test("of what programs say of themselves only the version is taken", async () => {
  const look = machine(
    {},
    {
      "node --version": "v22.9.0\n",
      "python3 --version": "Python 3.13.0\n",
      "pypy3 --version": "Python 3.9.16 (7.3.11+dfsg, Feb 06 2023)\n[PyPy 7.3.11 with GCC 12.2.0]",
      "java -version": 'openjdk version "21.0.2" 2024-01-16\nOpenJDK Runtime Environment on ada@laptop',
      "go version": "go version go1.22.1 linux/amd64",
      "perl --version": "This is perl 5, version 36, subversion 0 (v5.36.0) built for x86_64",
      "gcc --version": "gcc (Debian 12.2.0-14) 12.2.0\nCopyright",
      "ruby --version": "command not found",
    },
  );
  const found = await findRuntimes(look);
  assert.deepEqual(
    found.map(({ name, version }) => `${name} ${version}`),
    ["node 22.9.0", "python 3.13.0", "pypy 7.3.11", "perl 5.36.0", "java 21.0.2", "go 1.22.1", "gcc 12.2.0"],
  );
  assert.deepEqual(softwareOf(["node-1", "Golang (10)", "pypy3", "gevent-1", "nodejs", "django"], found), {
    "node-1": { runtime: "node 22.9.0" },
    "Golang (10)": { runtime: "go 1.22.1" },
    pypy3: { runtime: "pypy 7.3.11" },
    nodejs: { runtime: "node 22.9.0" },
  });
});
