import * as fc from "fast-check";
import { parseDataset } from "../../src/benchmark/parse.ts";
import { renderDataset } from "../../src/benchmark/render.ts";
import { assertUseful, mustHold } from "../attempt.ts";
import { corpus } from "../corpus.ts";
import { mutated } from "../mutate.ts";
import { mutatedJson } from "../mutate-json.ts";
import { showFirst } from "../show-first.ts";
import type { Target } from "../target.ts";

const texts = [...corpus("site/project/data", /\.json$/), ...corpus("site/hostile/data", /\.json$/)];

/** Dataset files, their charts, and the same written again. */
export const datasets: Target = {
  name: "datasets",
  inputs: fc.oneof(mutated(texts), mutatedJson(texts)),
  run(text) {
    const parsed = parseDataset({ file: "data/x.json", text }, "x");
    if (parsed.warnings.length > 0) assertUseful(parsed.warnings, text);
    showFirst(parsed);
    const again = renderDataset(parsed.dataset);
    mustHold("what was written again cannot be read", () => parseDataset({ file: "data/x.json", text: again }, "x"));
    return "accepted";
  },
};
