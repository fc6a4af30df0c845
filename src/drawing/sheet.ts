import type { Item } from "./item.ts";
import type { Standalone } from "./standalone.ts";

/** A picture of one size, drawn but not yet in pixels. Lengths are in CSS pixels. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Colour, `#rrggbb`. */
  readonly background: string;
  /** From the bottom up, each drawn from a place on, enlarged. */
  readonly parts: readonly SheetPart[];
}

export interface SheetPart {
  readonly items: readonly Item[];
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** A chart that stands alone as a sheet. */
export function sheetOf({ width, height, margin, theme, parts }: Standalone): Sheet {
  return {
    width,
    height,
    background: theme.background,
    parts: parts.map(({ items, down }) => ({ items, left: margin, top: margin + down, scale: 1 })),
  };
}
