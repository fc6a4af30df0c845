import type { Target } from "./target.ts";
import { addresses } from "./targets/addresses.ts";
import { charts } from "./targets/charts.ts";
import { datasets } from "./targets/datasets.ts";
import { frontMatter } from "./targets/front-matter.ts";
import { importers } from "./targets/importers.ts";
import { markdown } from "./targets/markdown.ts";
import { quotes } from "./targets/quotes.ts";

/** Everything that strangers' texts come in through. */
export const targets: readonly Target[] = [importers, datasets, frontMatter, markdown, charts, quotes, addresses];
