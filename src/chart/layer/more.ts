import { bins } from "./bins.ts";
import type { Layers } from "./list.ts";
import { runs } from "./runs.ts";

/** Layers that few pictures need: browsers load them for those. */
export const moreLayers: Layers = {
  below: [{ layer: bins, cut: true }],
  above: [{ layer: runs, cut: true }],
};
