import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { pinned } from "../../lab/processes.ts";
import { describeAttempt } from "../../lab/progress.ts";
import { httperfCommand } from "../../lab/tools/httperf.ts";
import { parseWrkRate, wrkCommand } from "../../lab/tools/wrk.ts";
import { report } from "./report.ts";
import { attemptAt, calm, tinyExperiment } from "./tiny.ts";

describe("tools", () => {
  it("asks httperf for connections, and for as many as fill the time", () => {
    const load = { port: 7711, uri: "/x", rate: 900, calls: 10, seconds: 10.5, timeout: 5 };
    const words = httperfCommand(load);
    assert.ok(words.includes("--rate=90"));
    assert.ok(words.includes("--num-conns=945"));
    assert.ok(words.includes("--num-calls=10"));
    assert.ok(words.includes("--server=127.0.0.1"));
  });

  it("has wrk close each connection only where that is asked", () => {
    const load = { port: 7711, uri: "/x", connections: 64, seconds: 10.5 };
    assert.ok(wrkCommand({ ...load, keepAlive: false }).includes("Connection: close"));
    assert.ok(!wrkCommand({ ...load, keepAlive: true }).includes("Connection: close"));
    assert.equal(parseWrkRate("  1000 requests in 1s\nRequests/sec:   4427.30\n"), 4427.3);
    assert.equal(parseWrkRate("unable to connect"), null);
  });

  it("pins with priority and without a shell", () => {
    const [nice, n, priority, ...rest] = pinned(1, ["wrk", "-v"]);
    assert.deepEqual([nice, n, ...rest], ["nice", "-n", "taskset", "-c", "1", "wrk", "-v"]);
    // 0 for whom the system allows no more
    assert.ok(Number(priority) <= 0);
  });

  it("says of an attempt what came of it and how long the rest takes", () => {
    const output = report({ rate: 100, replyRate: 99.5, stdev: 0.7, response: 1.5 });
    const watch = calm({ steal: { server: 0.09, load: 0 } });
    assert.equal(
      describeAttempt(attemptAt({ output, watch }), { limits: tinyExperiment().limits, left: 10, pace: 12 }),
      "one at 100/s, round 1: 99.5 replies/s, 1.5 ms, 0 errors; server 50 %, store 10 %, generator 80 %; " +
        "foreign 1 %/1 %; speed 20 ms; spoiled: steal on the server's core 9.0 %; 10 left, about 2 min",
    );
  });
});
