import { axes } from "./axes.ts";
import { declared } from "./declared.ts";
import { load } from "./load.ts";
import type { Pair } from "./picture.ts";
import { runs } from "./runs.ts";
import { same } from "./same.ts";

/** A pair of pictures for each rule, by its id. */
export const pairs: Readonly<Record<string, Pair>> = { ...declared, ...load, ...same, ...runs, ...axes };
