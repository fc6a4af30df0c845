import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { takeSnapshot, type Snapshot } from "../../lab/snapshot.ts";
import { watchBetween } from "../../lab/watch.ts";

const core = (busy: number, steal = 0) => ({ busy, steal, interrupts: 0 });
const service = (id: string, role: "server" | "store", cpu: number, waited: number) => ({ id, role, cpu, waited });
const network = { listenOverflows: 3, listenDrops: 3, synRetransmits: 0 };

const before: Snapshot = {
  time: 100,
  cores: [core(50), core(80)],
  services: [service("a", "server", 10, 1), service("b", "server", 20, 2), service("redis", "store", 5, 0)],
  generators: 7,
  network,
  timeWait: 10,
};
const after: Snapshot = {
  time: 110,
  cores: [core(59.5, 0.2), core(88)],
  services: [service("a", "server", 15, 1.5), service("b", "server", 20.5, 2), service("redis", "store", 6, 0.3)],
  generators: 15,
  network: { ...network, listenOverflows: 5 },
  timeWait: 99,
};

describe("watch", () => {
  const watch = watchBetween(before, after, "a", { server: 1, load: 0 });

  it("gives shares of one core's time", () => {
    assert.equal(watch.serverCpu, 0.5);
    assert.equal(watch.storeCpu, 0.1);
    assert.equal(watch.generatorCpu, 0.8);
    assert.equal(watch.serverWait, 0.05);
  });

  it("calls foreign what neither the loaded server nor its idle neighbours used", () => {
    assert.deepEqual(watch.foreign, { server: 0.25, load: 0.05 });
    assert.deepEqual(watch.steal, { server: 0, load: 0.02 });
  });

  it("counts lost connections between the two moments, lingering ones at the end", () => {
    assert.equal(watch.listenOverflows, 2);
    assert.equal(watch.timeWait, 99);
  });

  it("reads a snapshot from the kernel's files", () => {
    const files: Readonly<Record<string, string>> = {
      "/proc/stat": "cpu0 100 0 0 0 0 0 0 0\n",
      "/proc/9/stat": "9 (s) S 1 2 3 4 5 6 7 8 9 10 100 100 0 0 20",
      "/proc/9/schedstat": "1 2000000000 3",
      "/proc/self/stat": "1 (lab) S 1 2 3 4 5 6 7 8 9 10 0 0 300 100 20",
      "/proc/net/netstat": "",
      "/proc/net/sockstat": "TCP: inuse 1 orphan 0 tw 4 alloc 1 mem 1\n",
    };
    const snapshot = takeSnapshot([{ id: "s", role: "server", pid: 9 }], (path) => files[path] ?? "");
    assert.deepEqual(snapshot.services, [{ id: "s", role: "server", cpu: 2, waited: 2 }]);
    assert.equal(snapshot.generators, 4);
    assert.equal(snapshot.timeWait, 4);
  });
});
