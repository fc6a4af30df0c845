import * as fc from "fast-check";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";
import { assertUseful, mustHold } from "../attempt.ts";
import { corpus } from "../corpus.ts";
import { hostileText } from "../hostile.ts";
import { mutated } from "../mutate.ts";
import { mutatedJson } from "../mutate-json.ts";
import { showFirst } from "../show-first.ts";
import type { Target } from "../target.ts";

const name = /\.(?:txt|csv|tsv|json|ndjson|hlog|hgrm|gob)$/;
const reports = corpus("importers/fixtures", name, "latin1");
const documents = corpus("importers/fixtures", name).filter(isJson);
const latin = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/** A table of a few columns, as a spreadsheet or a script writes it. */
const table = fc
  .tuple(
    fc.constantFrom(",", "\t", ";"),
    fc.array(fc.constantFrom("n", "time", "p99 ms", "req/s", "server", "date", "__proto__", "a,b"), { minLength: 1 }),
    fc.array(fc.array(fc.oneof(fc.nat().map(String), fc.double().map(String), hostileText), { maxLength: 6 })),
  )
  .map(([between, header, rows]) => latin([header, ...rows].map((row) => row.join(between)).join("\n")));

/** Tools' output into datasets; what is written must be readable, and its proposed charts drawable. */
export const importers: Target = {
  name: "importers",
  inputs: fc.oneof(
    { weight: 6, arbitrary: mutated(reports) },
    { weight: 3, arbitrary: mutatedJson(documents).map(latin) },
    { weight: 1, arbitrary: table },
  ),
  async run(input) {
    const file = "results.txt";
    const { dataset, diagnostics } = await importTexts([{ file, bytes: Buffer.from(input, "latin1") }], { name: "x" });
    if (dataset === null) {
      assertUseful(diagnostics, input);
      return "rejected";
    }
    mustHold("what was written cannot be read", () => {
      showFirst(parseDataset({ file: "data/x.json", text: dataset }, "x"));
    });
    return "accepted";
  },
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
