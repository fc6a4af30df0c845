import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { suite, test } from "node:test";
import { installedIn, runIn } from "./packed.ts";
import { figures, postsAlone, wholeSite } from "./sites.ts";

const benchpost = "benchpost/bin/benchpost.js";

suite("a project of posts alone", () => {
  test("is checked, built and extended by the installed program", async () => {
    const project = await installedIn("posts", postsAlone);
    const checked = await runIn(project, [benchpost, "check", "--quiet"]);
    assert.equal(checked.code, 0, checked.stderr);
    const made = await runIn(project, [benchpost, "new", "Queues compared", "--data", "bus"]);
    assert.match(made.stdout, /^posts\/\d{4}-\d\d-\d\d-queues-compared\.md\n$/);
    writeFileSync(
      join(project, "times.json"),
      JSON.stringify({
        results: [
          {
            command: "sleep 1",
            mean: 1,
            stddev: 0.1,
            median: 1,
            user: 0,
            system: 0,
            min: 0.9,
            max: 1.1,
            times: [0.9, 1, 1.1],
            exit_codes: [0, 0, 0],
          },
        ],
      }),
    );
    const imported = await runIn(project, [benchpost, "import", "times.json", "--to", "times"]);
    assert.equal(imported.code, 0, imported.stderr);
    assert(existsSync(join(project, "data", "times.json")));
    const { code, stderr } = await runIn(project, [benchpost, "build"]);
    assert.equal(code, 0, stderr);
    const html = readFileSync(join(project, "_site", "2026", "01", "02", "bus.html"), "utf8");
    assert.deepEqual(figures(html), ["throughput"]);
    for (const [, path] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g))
      assert(existsSync(join(project, "_site", path!)), path);
  });

  test("is shown while it is written, and as it is built", async (t) => {
    const configured = { "package.json": '{ "type": "module" }', "eleventy.config.js": wholeSite };
    const project = await installedIn("shown", { ...postsAlone, ...configured });
    const path = "2026/01/02/bus.html";
    const shown = async (command: string, pattern: RegExp): Promise<void> => {
      const args = [join("node_modules", benchpost), command, "--port", "0"];
      const child = spawn(process.execPath, args, { cwd: project });
      t.after(() => child.kill("SIGKILL"));
      let said = "";
      child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
      const origin = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      while (origin() === undefined && child.exitCode === null) {
        await Promise.race([once(child.stderr, "data"), once(child, "close")]);
      }
      // until the first build is done there is no page
      let page = await fetch(origin()! + path);
      for (; page.status === 503; page = await fetch(origin()! + path)) await setTimeout(100);
      assert.equal(page.status, 200, said);
      assert.match(await page.text(), pattern);
      const script = command === "dev" ? ".benchpost/live.js" : "404.html";
      assert.equal((await fetch(origin()! + script)).status, 200);
      child.kill("SIGTERM");
      await once(child, "close");
    };
    await shown("dev", /live\.js.*<figure class="chart/s);
    assert.equal((await runIn(project, [benchpost, "build", "--quiet"])).code, 0);
    await shown("preview", /<figure class="chart/);
  });
});
