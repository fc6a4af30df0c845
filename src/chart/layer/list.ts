import { annotations } from "./annotations.ts";
import { bins } from "./bins.ts";
import { brackets } from "./brackets.ts";
import { bridges, ends } from "./ends.ts";
import { grid } from "./grid.ts";
import { labels } from "./labels.ts";
import type { Layer } from "./layer.ts";
import { markers } from "./markers.ts";
import { reference, referenceName } from "./reference.ts";
import { runs } from "./runs.ts";
import { bands, whiskers } from "./spread.ts";

interface Placed {
  readonly layer: Layer;
  /** What figures make is cut at the plot's edges with the series. */
  readonly cut: boolean;
  /** Only where names stand at the ends of lines. */
  readonly names?: true;
}

/** Layers from the bottom up. */
export const layers: Readonly<Record<"below" | "above", readonly Placed[]>> = {
  below: [
    { layer: brackets, cut: true },
    { layer: grid, cut: false },
    { layer: reference, cut: false },
    { layer: bands, cut: true },
    { layer: bins, cut: true },
  ],
  above: [
    { layer: whiskers, cut: true },
    { layer: runs, cut: true },
    { layer: markers, cut: false },
    { layer: annotations, cut: false },
    { layer: labels, cut: false },
    { layer: referenceName, cut: false },
    { layer: bridges, cut: false, names: true },
    { layer: ends, cut: false, names: true },
  ],
};
