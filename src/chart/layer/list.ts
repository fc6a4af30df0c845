import { annotations } from "./annotations.ts";
import { bins } from "./bins.ts";
import { brackets } from "./brackets.ts";
import { grid } from "./grid.ts";
import { labels } from "./labels.ts";
import type { Layer } from "./layer.ts";
import { markers } from "./markers.ts";
import { reference, referenceName } from "./reference.ts";
import { runs } from "./runs.ts";
import { bands, whiskers } from "./spread.ts";

/** Layers from the bottom up; what figures make is cut at the plot's edges with the series. */
export const layers: Readonly<Record<"below" | "above", readonly { readonly layer: Layer; readonly cut: boolean }[]>> =
  {
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
    ],
  };
