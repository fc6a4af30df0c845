import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { showProgress } from "../../src/cli/import/progress.ts";
import { fixtures, project, sweep, wrk } from "./import-project.ts";

describe("benchpost import of odd files", () => {
  const odd: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
    "byte order mark": (text) => `\ufeff${text}`,
    "UTF-16": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
    CRLF: (text) => text.replaceAll("\n", "\r\n"),
    "lone CR": (text) => text.replaceAll("\n", "\r"),
    "ANSI colours": (text) => text.replaceAll(/^(.*)$/gm, "\u001b[1;32m$1\u001b[0m"),
    "shell prompt": (text) => `me@box:~$ wrk -c16 http://localhost:8080/\n${text}me@box:~$ \n`,
  };
  for (const [what, change] of Object.entries(odd))
    for (const [tool, file] of [
      ["report", "wrk/c16-latency.txt"],
      ["samples", "hey/n500.csv"],
    ] as const) {
      if (what === "shell prompt" && tool === "samples") continue;
      it(`reads ${tool} with ${what} as without`, async (t) => {
        const { run, put, dataset } = project(t, [file]);
        await run(file, "--to", "bus", "--x", "connections=16");
        put(file, change(readFileSync(join(fixtures, file), "utf8")));
        const { exitCode, stderr } = await run(file, "--to", "bus", "--x", "connections=16");
        assert.equal(exitCode, 0, stderr);
        const plain = dataset("bus").series;
        await run(join(fixtures, file), "--to", "plain", "--x", "connections=16");
        assert.deepEqual(plain[0]!.values, dataset("plain").series[0]!.values);
      });
    }

  it("writes nothing when one file is broken, and gives the command for the rest", async (t) => {
    const { run, put, cwd } = project(t, sweep);
    put("empty.txt", "");
    put("error.json", "<!DOCTYPE html>\n<title>502 Bad Gateway</title>\n");
    put("cut.json", '{"results": [\n  {"command": "node"');
    const { exitCode, stderr } = await run(
      "empty.txt",
      "error.json",
      "cut.json",
      "nothing.txt",
      sweep[0]!,
      "--to",
      "bus",
    );
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /^Nothing is written\. The rest can be read: benchpost import wrk\/c4-latency\.txt --to bus$/m,
    );
    for (const code of ["file-empty", "html-page", "json-truncated", "file-missing"])
      assert.match(stderr, new RegExp(`^\\S+:\\d+:\\d+ ${code}: .*\\n {2}\\S`, "m"));
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal(existsSync(join(cwd, "data")), false);
  });

  it("gives the command for the rest as it was written", async (t) => {
    const { run, put } = project(t, sweep);
    put("wrk/my c 4.txt", readFileSync(join(fixtures, sweep[0]!)));
    put("empty.txt", "");
    const options = ["--series", "^(?<series>c) \\d", "--metric", "latency", "--metric", "throughput", "-n"];
    const { stderr } = await run(
      "wrk/my c 4.txt",
      "empty.txt",
      "--to",
      "data/bus.json",
      "--title",
      "It's $HOME",
      ...options,
    );
    assert.equal(
      stderr.split("\n")[0],
      "Nothing is written. The rest can be read: benchpost import 'wrk/my c 4.txt' --to data/bus.json " +
        "--title 'It'\\''s $HOME' --series '^(?<series>c) \\d' --metric latency --metric throughput --dry-run",
    );
  });

  it("passes over files of a folder that are none of --as, and says a wrong --as once", async (t) => {
    const { run, put } = project(t, sweep);
    put("wrk/notes.txt", "What I did.\n");
    const { exitCode, stderr } = await run("wrk", "--to", "bus", "--as", "wrk");
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, /^wrk:1:1 warning files-unknown: --as wrk does not know wrk\/notes\.txt: left out$/m);
    const wrong = await run("wrk", "--to", "other", "--as", "wkr");
    assert.equal(wrong.stderr.match(/importer-unknown/g)?.length, 1);
  });

  it("says what a file is that --as takes for another", async (t) => {
    const { run } = project(t, sweep);
    assert.match((await run(sweep[0]!, "--to", "bus", "--as", "k6")).stderr, /format-mismatch: .*\n.*wrk text report/);
    assert.match(
      (await run(sweep[0]!, "--to", "bus", "--as", "wkr")).stderr,
      /importer-unknown: .*\n {2}Did you mean wrk\?/,
    );
  });

  const noFiles: Readonly<Record<string, RegExp>> = {
    "https://example.org/a.json":
      /^https:\/\/example\.org\/a\.json:1:1 file-missing: .*\n {2}.*curl -O https:\/\/example\.org\/a\.json$/m,
    "-": /^-:1:1 file-missing: .*\n {2}Standard input is not read/m,
    "wrk\\c4-latency.txt": /^wrk\\c4-latency\.txt:1:1 file-missing: .*\n {2}.*slashes: wrk\/c4-latency\.txt$/m,
    "wrk/*.txt": /^wrk\/\*\.txt:1:1 file-missing: .*\n {2}.*name the folder/m,
    "wrk/c4-latencie.txt": /^wrk\/c4-latencie\.txt:1:1 file-missing: .*\n {2}Did you mean c4-latency\.txt\?$/m,
  };
  for (const [said, message] of Object.entries(noFiles)) {
    const skip = process.platform === "win32" && said.includes("\\");
    it(`says what to do instead of importing ${said}`, { skip }, async (t) => {
      const { run } = project(t, sweep);
      const { exitCode, stderr } = await run(said, "--to", "bus");
      assert.equal(exitCode, 1);
      assert.match(stderr, message);
    });
  }

  it("says that a value of x is no number, and which pattern is broken", async (t) => {
    const { run } = project(t, sweep);
    const said = async (x: string) => (await run(sweep[0]!, "--to", "bus", "--x", x)).stderr;
    assert.match(await said("connections=many"), /x-unknown: --x connections is given "many", which is no number\n/);
    assert.match(await said("c("), /pattern-invalid: --x "c\(" is no regular expression\n/);
    assert.match(await said("c(?<connections>"), /pattern-invalid: /);
  });

  it("leaves a file without measurements out beside others, and tells", async (t) => {
    const files = ["locust/run_stats.csv", "locust/run_exceptions.csv"];
    const { run, dataset } = project(t, files);
    const { exitCode, stderr } = await run(...files, "--to", "bus");
    assert.equal(exitCode, 0);
    assert.match(stderr, /run_exceptions\.csv:1:1 warning no-points/);
    assert.equal((await run(files[1]!, "--to", "none")).exitCode, 1);
    assert.equal(dataset("bus").sources.length, 2);
  });

  it("does not take the seconds of one run for runs", async (t) => {
    const files = ["locust/run_stats.csv", "locust/run_stats_history.csv"];
    const { run } = project(t, files);
    assert.match((await run(...files, "--to", "bus")).stderr, /run_stats_history\.csv:1:1 x-time/);
    assert.equal((await run(files[1]!, "--to", "bus")).exitCode, 0);
  });

  it("keeps hosts, homes and tokens to itself unless it is told otherwise", async (t) => {
    const { run, put, cwd } = project(t);
    const secret = wrk(4).replace(/@ \S+/, "@ http://db7.intern:8080/list?token=s3cret");
    put("c4.txt", secret);
    const { stderr } = await run("c4.txt", "--to", "bus", "--series", "url");
    assert.match(
      stderr,
      /^Left out, since a dataset is published: .*1 host name.*1 query of an address|^Left out.*query/m,
    );
    const text = () => readFileSync(join(cwd, "data/bus.json"), "utf8");
    assert.doesNotMatch(text(), /s3cret|db7/);
    await run("c4.txt", "--to", "bus", "--series", "url", "--keep-private");
    assert.match(text(), /db7\.intern:8080\/list\?token=s3cret/);
  });
});

describe("benchpost import of large files", () => {
  it("reads them in pieces, and finds the same as in one", async (t) => {
    const { run, put, dataset } = project(t);
    const [header = "", ...rows] = readFileSync(join(fixtures, "hey/n500.csv"), "utf8").trim().split("\n");
    const many = (times: number, end: string) =>
      [header, ...Array.from({ length: times }, () => rows).flat()].join(end);
    const times = 2 * Math.ceil((9 * 2 ** 20) / rows.join("\n").length);
    put("lf.csv", many(times, "\n"));
    put("cr.csv", many(times, "\r"));
    put("utf16.csv", Buffer.from(`\ufeff${many(times / 2, "\r\n")}`, "utf16le"));
    for (const name of ["lf", "cr", "utf16"]) {
      const { exitCode, stderr } = await run(`${name}.csv`, "--to", name, "--x", "connections=50");
      assert.equal(exitCode, 0, stderr);
    }
    const [lf, cr, utf16] = ["lf", "cr", "utf16"].map((name) => dataset(name).series[0]!.values);
    assert.deepEqual(cr, lf);
    assert.deepEqual((lf!["latency"] as { n: number[] }).n, [rows.length * times]);
    assert.deepEqual((utf16!["latency"] as { n: number[] }).n, [(rows.length * times) / 2]);
  });

  it("shows how far they are to a person, and to nobody else", () => {
    const shown: string[] = [];
    const stderr = (text: string) => void shown.push(text);
    const unseen = showProgress("big.csv", 2e6, { stderr }, false);
    unseen.add(1e6);
    unseen.end();
    assert.deepEqual(shown, []);
    const seen = showProgress("big.csv", 2e6, { stderr }, true);
    seen.add(1e6);
    assert.deepEqual(shown, ["\r████████████░░░░░░░░░░░░  50 %  1 of 2 MB  big.csv"]);
    seen.end();
    assert.equal(shown[1], "\r\u001b[K");
  });
});
