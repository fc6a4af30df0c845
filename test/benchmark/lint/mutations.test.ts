import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { clean, lintDraft } from "./clean.ts";

/** Which rule, or which fault of reading, finds that a declared field is missing. The first pattern that fits counts. */
const missing: readonly (readonly [RegExp, string])[] = [
  [/^question$/, "BL45"],
  [/^claims\.0\.factor$/, "BL18"],
  [/^claims\./, "missing-field"],
  [/^env\.software\.\w+\./, "BL50"],
  [/^env\.load\.same_host$/, "BL31"],
  [/^env\./, "BL01"],
  [/^load\.generator\./, "BL02"],
  [/^load\.(model|arrival)$/, "BL03"],
  [/^load\.latency_from$/, "BL05"],
  [/^load\.(connections\.|timeout_s$)/, "BL06"],
  [/^load\.(warmup_s|duration_s)$/, "BL07"],
  [/^load\.cache$/, "BL46"],
  [/^load\.order$/, "BL34"],
  [/^sampling\.runs$/, "BL09"],
  [/^sampling\.(unit|centre|spread)$/, "BL11"],
  [/^sampling\.outliers_removed$/, "BL35"],
  [/^sampling\.percentiles_from$/, "BL36"],
  [/^artefacts\./, "BL30"],
  [/^measured_at$/, "BL47"],
  [/^interest$/, "BL48"],
];

/** Paths of everything that the clean article declares. */
function leavesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return value === undefined ? [] : [[...path]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** The clean article with one declared field changed. */
function changed(path: readonly string[], change: (parent: Record<string, unknown>, key: string) => void) {
  const draft = clean();
  let parent: Record<string, unknown> = draft.head.bench;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string, unknown>;
  change(parent, path.at(-1)!);
  return lintDraft(draft);
}

suite("each field that the clean article declares", () => {
  for (const path of leavesOf(clean().head.bench)) {
    const name = path.join(".");
    const expected = missing.find(([pattern]) => pattern.test(name))?.[1];

    test(`${name} is missed`, () => {
      const { found, read } = changed(path, (parent, key) => delete parent[key]);
      const codes = [...read, ...found].map(({ code }) => code);
      assert(expected !== undefined, "no rule asks for it");
      assert(codes.includes(expected), `${expected} is not among ${codes.join(", ")}`);
      // A claim that cannot be read ties no number of the text any more.
      const others = codes.filter((code) => code !== expected && !(path[0] === "claims" && code === "BL18"));
      assert.deepEqual(others, []);
    });

    test(`${name} is not taken for something else`, () => {
      const { read } = changed(path, (parent, key) => (parent[key] = { odd: true }));
      const [fault] = read.filter(({ severity }) => severity === "error");
      assert.equal(fault?.code, path.at(-1) === "says" || isWord(path) ? "unknown-value" : "wrong-type");
      assert.match(fault.fact, new RegExp(path.at(-1)!));
    });
  }
});

const words = ["smt", "turbo", "host", "model", "arrival", "latency_from", "cache", "order", "unit", "centre"];

function isWord(path: readonly string[]): boolean {
  return [...words, "spread", "percentiles_from"].includes(path.at(-1)!);
}

/** Values that mean something, and something wrong: which rule finds each. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ["claims.0.metric", "throughput", "BL20"],
  ["claims.0.a", "nod", "BL20"],
  ["claims.0.at", 5, "BL20"],
  ["claims.0.says", "equal", "BL20"],
  ["claims.0.factor", 3, "BL20"],
  ["env.load.same_host", true, "BL31"],
  ["env.software.node.build", "debug", "BL50"],
  ["load.generator.name", "wrk", "BL04"],
  ["load.generator.command", "wrk2 URL", "BL02"],
  ["load.model", "closed", "BL04"],
  ["load.latency_from", "actual-send", "BL05"],
  ["load.duration_s", 5, "BL07"],
  ["load.order", "sequential", "BL34"],
  ["sampling.unit", "request", "BL11"],
  ["sampling.runs", 1, "BL09"],
  ["sampling.outliers_removed", 7, "BL35"],
  ["sampling.percentiles_from", "mean-of-runs", "BL36"],
  ["artefacts.data", "data/raw/bus/lost.txt", "BL30"],
  ["artefacts.data", "../../../etc/hostname", "BL30"],
  ["artefacts.sha256", "0".repeat(64), "BL30"],
  ["artefacts.sha256", "abc", "BL30"],
  ["artefacts.repo", "our server", "BL30"],
  ["artefacts.commit", "main", "BL30"],
  ["measured_at", "2019-12-31", "BL47"],
];

suite("each field that is declared wrongly", () => {
  for (const [name, value, expected] of wrong) {
    test(`${name}: ${String(value)}`, () => {
      const { found } = changed(name.split("."), (parent, key) => (parent[key] = value));
      const codes = found.map(({ code }) => code);
      assert(codes.includes(expected), `${expected} is not among ${codes.join(", ")}`);
    });
  }
});
