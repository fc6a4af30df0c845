import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Experiment } from "../../lab/experiment.ts";
import { Journal } from "../../lab/journal.ts";
import { Processes } from "../../lab/processes.ts";
import { missing } from "../../lab/requirements.ts";
import type { Running } from "../../lab/snapshot.ts";
import { sweep } from "../../lab/sweep.ts";
import { tinyExperiment } from "./tiny.ts";

const SERVER = 'require("node:http").createServer((_, response) => response.end("ok")).listen(7821, "127.0.0.1")';
const lacking = missing([
  { path: "/usr/bin/httperf", install: { apt: "httperf" } },
  { path: "/usr/bin/wrk", install: { apt: "wrk" } },
]);

describe("sweep", { skip: lacking === undefined ? false : lacking.replaceAll("\n", "; ") }, () => {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-lab-"));
  const path = join(folder, "journal.jsonl");
  const tiny = tinyExperiment();
  const experiment: Experiment = {
    ...tiny,
    services: tiny.services.map((service) => ({ ...service, port: 7821, command: [process.execPath, "-e", SERVER] })),
    // Whatever else the machine does: this is about the sweep, not about its figures.
    limits: { wait: 9, foreign: 9, steal: 9, attempts: 1 },
  };
  const effort = { ...tiny.full, rounds: 1, every: 3 };

  const run = async (): Promise<string[]> => {
    const processes = new Recording();
    const done: string[] = [];
    const report = ({ id }: { id: string }): void => void done.push(id);
    try {
      await sweep({ experiment, effort, journal: new Journal(path), processes, report });
    } finally {
      await processes.stop();
    }
    for (const pid of processes.pids) assert.ok(!existsSync(`/proc/${pid}`), `process ${pid} is still there`);
    return done;
  };

  it(
    "measures every point once, leaves no process behind, and has nothing left to do",
    { timeout: 60_000 },
    async () => {
      try {
        assert.deepEqual((await run()).toSorted(), ["one-wrk#1", "one@300#1", "two@200#1"]);
        const [attempt] = new Journal(path).attempts.filter(({ series }) => series === "one");
        assert.match(attempt?.output ?? "", /^Total: connections 300 requests 300 replies 300 /m);
        assert.ok((attempt?.watch.generatorCpu ?? 0) > 0);
        assert.ok((attempt?.speed ?? 0) > 0);
        assert.deepEqual(await run(), []);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );
});

/** Processes that remember the ids of the services they started. */
class Recording extends Processes {
  readonly pids: number[] = [];

  override async start(...args: Parameters<Processes["start"]>): Promise<Running> {
    const running = await super.start(...args);
    this.pids.push(running.pid);
    return running;
  }
}
