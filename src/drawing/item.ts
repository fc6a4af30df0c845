/** What a recorder writes down: the drawing as a list, bottom first, in CSS pixels. */
export type Item = PathItem | TextItem;

export interface PathItem {
  readonly kind: "path";
  /** Relative to the origin, where there is one. */
  readonly path: readonly Segment[];
  readonly style: PathStyle;
  /** Null for what stretches with the plot; otherwise the shape is kept and only its origin moves. */
  readonly origin: Point | null;
  readonly clip: Clip | null;
}

export interface TextItem {
  readonly kind: "text";
  readonly text: string;
  /** Of the baseline, relative to the origin. */
  readonly x: number;
  readonly y: number;
  readonly origin: Point;
  /** CSS shorthand. */
  readonly font: string;
  readonly align: string;
  readonly colour: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** `O` is a whole circle. */
export type Segment =
  | { readonly type: "M" | "L"; readonly x: number; readonly y: number }
  | { readonly type: "O"; readonly x: number; readonly y: number; readonly radius: number }
  | { readonly type: "Z" };

/** At least one of both; the stroke lies over the fill. */
export interface PathStyle {
  readonly fill: string | null;
  readonly stroke: Stroke | null;
  readonly alpha: number;
}

export interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly cap: string;
  readonly join: string;
  readonly dash: readonly number[];
}

export interface Clip {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
