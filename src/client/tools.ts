/**
 * What is needed only once a reader wants more than the picture and its readout, in one file of its own: many want nothing else, and
 * parts of it share too much to be worth files of their own.
 */
export { adjustChart } from "../chart/adjust/adjust.ts";
export { fromQuery } from "../chart/adjust/from-query.ts";
export { drawFluid } from "../drawing/fluid.ts";
export { createTablePanel } from "./table-panel.ts";
export { fillMenu } from "./view-menu.ts";
