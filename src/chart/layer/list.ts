import { annotations } from "./annotations.ts";
import { brackets } from "./brackets.ts";
import { bridges, ends } from "./ends.ts";
import { grid } from "./grid.ts";
import { labels } from "./labels.ts";
import type { Layer } from "./layer.ts";
import { markers } from "./markers.ts";
import { reference, referenceName } from "./reference.ts";
import { rings } from "./rings.ts";
import { bands, whiskers } from "./spread.ts";

export interface Placed {
  readonly layer: Layer;
  /** What figures make is cut at the plot's edges with the series. */
  readonly cut: boolean;
  /** Only where names stand at the ends of lines. */
  readonly names?: true;
}

/** Layers from the bottom up, below the series and above them. */
export type Layers = Readonly<Record<"below" | "above", readonly Placed[]>>;

/** Those of most pictures. What few need (more.ts) stands below the series last, and above them right after the spread. */
export const layers: Layers & { readonly spread: readonly Placed[] } = {
  below: [
    { layer: brackets, cut: true },
    { layer: grid, cut: false },
    { layer: reference, cut: false },
    { layer: bands, cut: true },
  ],
  spread: [{ layer: whiskers, cut: true }],
  above: [
    { layer: markers, cut: false },
    { layer: rings, cut: false },
    { layer: annotations, cut: false },
    { layer: labels, cut: false },
    { layer: referenceName, cut: false },
    { layer: bridges, cut: false, names: true },
    { layer: ends, cut: false, names: true },
  ],
};
