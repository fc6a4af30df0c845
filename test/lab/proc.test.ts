import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseNetstat, parseTimeWait } from "../../lab/proc/net.ts";
import { parseCoreTimes, parseProcessTime, parseSchedule } from "../../lab/proc/stat.ts";

describe("proc", () => {
  it("reads the cores' times in seconds, interrupts and steal apart", () => {
    const text = "cpu  900 0 0 0\ncpu0 300 20 100 5000 7 10 15 40 0 0\ncpu1 1 2 3 4 5 6 7 8 0 0\nintr 12345 6\n";
    const [first, second, ...others] = parseCoreTimes(text);
    assert.ok(Math.abs(first!.busy - 4.2) < 1e-9);
    assert.ok(Math.abs(first!.interrupts - 0.25) < 1e-9);
    assert.ok(Math.abs(first!.steal - 0.4) < 1e-9);
    assert.ok(Math.abs(second!.steal - 0.08) < 1e-9);
    assert.deepEqual(others, []);
  });

  it("is not misled by a process that has blanks and parentheses in its name", () => {
    const text = "77 (odd) name (2) S 1 2 3 4 5 6 7 8 9 10 150 50 30 20 20 0 11 0 100 200";
    assert.deepEqual(parseProcessTime(text), { own: 2, children: 0.5 });
  });

  it("reads time on a core and time waiting for one, in seconds", () => {
    assert.deepEqual(parseSchedule("1500000000 250000000 42\n"), { ran: 1.5, waited: 0.25 });
  });

  it("finds counts by name, wherever the kernel puts them", () => {
    const text =
      "TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPSynRetrans\nTcpExt: 1 20 30 4\nIpExt: InOctets\nIpExt: 5\n";
    assert.deepEqual(parseNetstat(text), { listenOverflows: 20, listenDrops: 30, synRetransmits: 4 });
    assert.deepEqual(parseNetstat(""), { listenOverflows: 0, listenDrops: 0, synRetransmits: 0 });
  });

  it("counts lingering connections", () => {
    assert.equal(
      parseTimeWait("sockets: used 10\nTCP: inuse 1 orphan 0 tw 27432 alloc 1 mem 93\nUDP: inuse 0\n"),
      27432,
    );
  });
});
