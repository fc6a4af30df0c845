import type { Chart } from "../chart/chart.ts";

export function enableTable(_figure: HTMLElement, _chart: Chart): void {}
