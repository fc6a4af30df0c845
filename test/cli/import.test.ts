import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { project, sweep, wrk } from "./import-project.ts";

describe("benchpost import", () => {
  it("makes a dataset of a sweep, says what it means, and gives the lines to paste", async (t) => {
    const { run, dataset } = project(t, sweep);
    const { exitCode, stdout, stderr } = await run(...sweep, "--to", "bus", "--title", "Message bus");
    assert.deepEqual([exitCode, stdout], [0, ""]);
    assert.match(stderr, /^data\/bus\.json: a new dataset\n {2}series +concurrency +metric +range +statistics +n$/m);
    assert.match(stderr, /^ {2}bus +3 from 4 to 64 +latency +0\.321.ms – 1\.67.ms +mean/m);
    assert.match(stderr, /wrk: waits for answers .*closed loop.*coordinated omission/);
    assert.match(
      stderr,
      /\n<div id="bus-throughput" class="flot"><\/div>\n<div id="bus-latency" class="flot"><\/div>\n/,
    );
    const { title, x, series, charts, load, sources } = dataset("bus");
    assert.deepEqual([title, x.name, series[0]!.x], ["Message bus", "concurrency", [4, 16, 64]]);
    assert.deepEqual(Object.keys(charts), ["bus-throughput", "bus-latency", "bus-error-ratio"]);
    assert.deepEqual(charts["bus-latency"], { metric: "latency", stat: "p99" });
    assert.deepEqual(
      [load["model"], load["coordinated_omission"], load["latency_from"]],
      ["closed", "present", "actual-send"],
    );
    assert.deepEqual(
      sources.map(({ file, tool, importer }) => [file, tool, importer]),
      sweep.map((file) => [file, "wrk", "wrk"]),
    );
    for (const { sha256 } of sources) assert.match(String(sha256), /^[0-9a-f]{64}$/);
  });

  it("writes nothing with --dry-run, and says the same", async (t) => {
    const { run, cwd } = project(t, sweep);
    const dry = await run(...sweep, "--to", "bus", "--dry-run");
    assert.equal(existsSync(join(cwd, "data")), false);
    const wet = await run(...sweep, "--to", "bus");
    assert.equal(dry.stderr, `${wet.stderr}Nothing was written (--dry-run).\n`);
  });

  it("changes nothing when the same files come again, in any order", async (t) => {
    const { run, cwd } = project(t, sweep);
    const read = () => readFileSync(join(cwd, "data/bus.json"), "utf8");
    await run(...sweep, "--to", "bus");
    const first = read();
    assert.match((await run(...sweep.toReversed(), "--to", "data/bus.json")).stderr, /data\/bus\.json: unchanged/);
    assert.equal(read(), first);
    const again = await run(sweep[0]!, "--to", "bus", "--append");
    assert.match(again.stderr, /wrk\/c4-latency\.txt is in the dataset already/);
    assert.equal(read(), first);
    assert.deepEqual(readdirSync(join(cwd, "data")), ["bus.json"]);
  });

  it("adds to a dataset only when it is told to", async (t) => {
    const { run, dataset } = project(t, sweep);
    await run(sweep[0]!, "--to", "bus");
    const refused = await run(sweep[1]!, "--to", "bus");
    assert.equal(refused.exitCode, 1);
    assert.match(refused.stderr, /dataset-exists: .*c4-latency.*\n {2}Add to it with --append/);
    assert.equal((await run(sweep[1]!, "--to", "bus", "--append")).exitCode, 0);
    assert.deepEqual(dataset("bus").series[0]!.x, [4, 16]);
  });

  it("leaves a file out that is another to the byte", async (t) => {
    const { run, put, dataset } = project(t, sweep);
    put("copy.txt", wrk(4));
    const { stderr } = await run(...sweep, "copy.txt", "--to", "bus");
    assert.match(stderr, /copy\.txt:1:1 warning file-twice: .*wrk\/c4-latency\.txt/);
    assert.equal(dataset("bus").sources.length, 3);
  });

  it("takes x and series from names by pattern, and x from the command line", async (t) => {
    const rates = ["wrk2/r200-latency.txt", "wrk2/r400-latency.txt"];
    const { run, dataset, put } = project(t, rates);
    await run(...rates, "--to", "a", "--x", "r(?<rate>\\d+)", "--series", "Gevent (1)");
    const { x, series } = dataset("a");
    assert.deepEqual([x.name, series[0]!.label, series[0]!.x], ["demanded_request_rate", "Gevent (1)", [200, 400]]);
    put("node-c4.txt", wrk(4));
    put("python-c4.txt", wrk(16));
    await run("node-c4.txt", "python-c4.txt", "--to", "b", "--series", "^(\\w+)-", "--x", "payload_size=512");
    assert.deepEqual(
      dataset("b").series.map((one) => [one.label, one.x]),
      [
        ["node", [512]],
        ["python", [512]],
      ],
    );
    const failed = await run("node-c4.txt", "--to", "c", "--x", "rate(\\d+)");
    assert.match(failed.stderr, /node-c4\.txt:1:1 x-not-in-name: .*\n {2}It needs a group/);
  });

  it("keeps the metrics asked for, and names the nearest to one that is not there", async (t) => {
    const { run, dataset } = project(t, sweep);
    await run(sweep[0]!, "--to", "bus", "--metric", "latency,throughput");
    assert.deepEqual(Object.keys(dataset("bus").series[0]!.values), ["latency", "throughput"]);
    const { stderr, exitCode } = await run(sweep[0]!, "--to", "other", "--metric", "latncy");
    assert.equal(exitCode, 1);
    assert.match(stderr, /metric-unknown: .*latncy\n {2}Did you mean --metric latency\?/);
  });

  it("maps the columns of any table", async (t) => {
    const { run, put, dataset } = project(t);
    put("t.csv", "clients;p99 ms;errors %\n4;1,5;0,5\n16;nan;0\n");
    const { stderr } = await run(
      ..."t.csv --to t --x clients --metric".split(" "),
      "p99 ms=latency.p99:ms",
      "--metric",
      "errors %=error_ratio:%",
    );
    assert.match(stderr, /The comma is taken for the decimal mark/);
    const { latency, error_ratio } = dataset("t").series[0]!.values as Record<string, Record<string, unknown>>;
    assert.deepEqual(
      [latency!["p99"], error_ratio!["value"]],
      [
        [0.0015, null],
        [0.005, 0],
      ],
    );
    put("cut.ndjson", '{"size": 1, "ms": 1.5}\n{"size": 2, "m');
    assert.match(
      (await run("cut.ndjson", "--to", "cut", "--x", "size", "--metric", "ms=latency:ms")).stderr,
      /cut\.ndjson:2:1 warning line-incomplete/,
    );
    put("plain.csv", "clients,ms\n1,2\n");
    assert.match((await run("plain.csv", "--to", "p")).stderr, /A table with the columns clients, ms: name them with/);
  });

  it("reads the files of a folder, and leaves out what is no tool's output", async (t) => {
    const { run, put, dataset } = project(t, sweep);
    put("wrk/README.md", "# How we measured\n");
    put("wrk/.hidden", "");
    put("wrk/report.html", "<!DOCTYPE html>\n<title>Report</title>\n");
    const { exitCode, stderr } = await run("wrk", "--to", "bus");
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, /^wrk:1:1 warning files-unknown: .* wrk\/README\.md, wrk\/report\.html: left out$/m);
    assert.equal(dataset("bus").sources.length, 3);
    put("wrk/empty.txt", "");
    assert.equal((await run("wrk", "--to", "other")).exitCode, 1);
    const named = await run("wrk/README.md", "data", "--to", "other");
    assert.match(named.stderr, /README\.md:1:1 format-unknown/);
    assert.match(named.stderr, /^data:1:1 file-folder: no file in this folder/m);
  });

  it("proposes the percentiles of a single load, and says when it was measured", async (t) => {
    const { run, dataset } = project(t, ["k6/rate15.csv"]);
    await run("k6/rate15.csv", "--to", "few");
    assert.deepEqual(dataset("few").charts["few-latency"], { metric: "latency", mark: "percentiles" });
    assert.equal(dataset("few").environment["measured_at"], "2026-11-23");
  });

  it("sums hosts, and makes runs of what is repeated", async (t) => {
    const hosts = ["genA", "genB"].map((name) => `merge/hosts-vegeta/${name}-encode.csv`);
    const runs = [1, 2, 3, 4, 5].map((run) => `merge/repeats-wrk/c16-run${run}.txt`);
    const { run, dataset } = project(t, [...hosts, ...runs]);
    await run(...hosts, "--to", "hosts", "--merge", "hosts");
    assert.deepEqual(dataset("hosts").series[0]!.x, [200]);
    const { stderr } = await run(...runs, "--to", "runs", "--merge", "runs");
    assert.match(stderr, /^ {2}runs +16 +latency .* ci_low ci_high min max +5 runs$/m);
    assert.match(stderr, /Percentiles of latency .* never as an average/);
  });
});
