import type { Located } from "../../source/located.ts";
import type { Bench } from "../bench.ts";
import type { Dataset } from "../dataset.ts";
import { asDeclared } from "../method/declared.ts";
import { methodOf } from "../method/method.ts";
import type { LintDataset } from "./article.ts";

/** A dataset as the rules see it: with what the article declares of it. */
export function toLintDataset(dataset: Dataset, located: Located, bench: Bench | null): LintDataset {
  return { dataset: asDeclared(dataset, bench), located, method: methodOf(dataset, bench) };
}
