import { HUGE, isEnd, TINY } from "../scale.ts";
import { displayUnit, toDisplay, type Unit } from "../../benchmark/unit.ts";

/** The unit in which a quantity is read; its base unit where the display unit does not fit. */
export function shownUnit(base: string | null, display: string | null): Unit {
  const unit = base ?? "";
  return displayUnit(unit, display ?? unit) ?? { symbol: unit === "1" ? "" : unit, base: unit, factor: 1 };
}

/** A figure in the unit that people read; what no scale can hold stands at its end. */
export function shown(value: number, unit: Unit): number {
  const figure = unit.factor === 1 ? value : clean(toDisplay(value, unit));
  return isEnd(figure) ? figure : Math.abs(figure) < TINY ? 0 : Math.sign(figure) * HUGE;
}

/** A computed figure without the dust that binary fractions leave: 6.8999999999999995 is 6.9. */
export function clean(value: number): number {
  // Most figures are of nine decimals at most. Those of a zoomed line are cleaned at each frame, and writing them out takes ten times longer.
  const rounded = Math.round(value * 1e9) / 1e9;
  const isClean = Math.abs(value) < 1000 && Math.abs(rounded - value) <= Math.abs(value) * 1e-13;
  return (isClean ? rounded : Number(value.toPrecision(12))) + 0;
}
