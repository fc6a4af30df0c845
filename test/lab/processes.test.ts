import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { describe, it } from "node:test";
import type { Service } from "../../lab/experiment.ts";
import { Processes } from "../../lab/processes.ts";

const LISTEN = 'require("node:net").createServer().listen(7831, "127.0.0.1")';
const skip = process.platform === "linux" ? false : "the lab pins processes with Linux' own tools";

function service(script: string): Service {
  return { id: "it", label: "It", role: "server", port: 7831, command: [process.execPath, "-e", script] };
}

describe("processes", { skip }, () => {
  it("runs a service until it is stopped", async () => {
    const processes = new Processes();
    const { pid } = await processes.start(service(LISTEN), 0);
    assert.ok(existsSync(`/proc/${pid}`));
    await processes.stop();
    assert.ok(!existsSync(`/proc/${pid}`));
  });

  it("says what a service said that did not start", async () => {
    const processes = new Processes();
    const start = processes.start(service('console.error("no store"); process.exit(1)'), 0);
    await assert.rejects(start, /it ended at once\nno store/);
  });

  it("refuses a port that another program listens on", async () => {
    const other = createServer().listen(7831, "127.0.0.1");
    await assert.rejects(new Processes().start(service(LISTEN), 0), /port 7831, which it needs, is in use/);
    await new Promise((resolve) => other.close(resolve));
  });

  it("ends a command that takes too long", async () => {
    await assert.rejects(new Processes().run(["sleep", "30"], 0.2), /sleep 30 ended with null/);
  });
});
