import { annotations } from "./annotations.ts";
import { grid } from "./grid.ts";
import { labels } from "./labels.ts";
import type { Layer } from "./layer.ts";
import { markers } from "./markers.ts";
import { reference, referenceName } from "./reference.ts";
import { bands, whiskers } from "./spread.ts";

/** Drawn before the series, from the bottom up. */
export const below: readonly Layer[] = [grid, reference, bands];
/** Drawn after them. */
export const above: readonly Layer[] = [whiskers, markers, annotations, labels, referenceName];
