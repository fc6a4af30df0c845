import type { Pen } from "../chart/pen.ts";
import type { Clip, Item, PathStyle, Segment } from "./item.ts";

interface State {
  fillStyle: unknown;
  strokeStyle: unknown;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  lineDashOffset: number;
  dash: readonly number[];
  /** Where `translate` has moved the origin; null where it was not called: such drawing stretches. */
  origin: readonly [number, number] | null;
  clip: Clip | null;
}

const INITIAL: State = {
  fillStyle: "#000",
  strokeStyle: "#000",
  lineWidth: 1,
  lineCap: "butt",
  lineJoin: "miter",
  globalAlpha: 1,
  font: "10px sans-serif",
  textAlign: "start",
  lineDashOffset: 0,
  dash: [],
  origin: null,
  clip: null,
};

/**
 * A drawing context that writes down what is drawn. It knows the calls that Chart.js makes for lines and bars and those of
 * the layers. Any other call throws, and so does setting an unknown property (the object is sealed): a new version of
 * Chart.js that draws in another way breaks a test, not a picture.
 */
export class Recorder implements Pen {
  readonly items: Item[] = [];
  /** What Chart.js takes for the canvas. */
  readonly canvas: { width: number; height: number; getContext(): Recorder };
  fillStyle: unknown = INITIAL.fillStyle;
  strokeStyle: unknown = INITIAL.strokeStyle;
  lineWidth = INITIAL.lineWidth;
  lineCap = INITIAL.lineCap;
  lineJoin = INITIAL.lineJoin;
  globalAlpha = INITIAL.globalAlpha;
  font = INITIAL.font;
  textAlign = INITIAL.textAlign;
  lineDashOffset = INITIAL.lineDashOffset;
  #dash: readonly number[] = [];
  #origin: readonly [number, number] | null = null;
  #clip: Clip | null = null;
  #path: Segment[] = [];
  readonly #saved: State[] = [];

  constructor(width: number, height: number) {
    this.canvas = { width, height, getContext: () => this };
    Object.seal(this);
  }

  // word by word: spreading and assigning objects takes a tenth of a drawing
  save(): void {
    this.#saved.push({
      fillStyle: this.fillStyle,
      strokeStyle: this.strokeStyle,
      lineWidth: this.lineWidth,
      lineCap: this.lineCap,
      lineJoin: this.lineJoin,
      globalAlpha: this.globalAlpha,
      font: this.font,
      textAlign: this.textAlign,
      lineDashOffset: this.lineDashOffset,
      dash: this.#dash,
      origin: this.#origin,
      clip: this.#clip,
    });
  }

  restore(): void {
    const state = this.#saved.pop() ?? INITIAL;
    this.fillStyle = state.fillStyle;
    this.strokeStyle = state.strokeStyle;
    this.lineWidth = state.lineWidth;
    this.lineCap = state.lineCap;
    this.lineJoin = state.lineJoin;
    this.globalAlpha = state.globalAlpha;
    this.font = state.font;
    this.textAlign = state.textAlign;
    this.lineDashOffset = state.lineDashOffset;
    this.#dash = state.dash;
    this.#origin = state.origin;
    this.#clip = state.clip;
  }

  translate(x: number, y: number): void {
    const [x0, y0] = this.#origin ?? [0, 0];
    this.#origin = [x0 + x, y0 + y];
  }

  /** Chart.js sets the scale of the device's pixels, which is none of the drawing's business. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    if (a !== d || b !== 0 || c !== 0 || e !== 0 || f !== 0) throw new Error("only device pixels scale");
    this.#origin = null;
  }

  resetTransform(): void {
    this.#origin = null;
  }

  /** Nothing is there yet. */
  clearRect(): void {}

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push({ type: "M", x, y });
  }

  lineTo(x: number, y: number): void {
    this.#path.push({ type: this.#path.length === 0 ? "M" : "L", x, y });
  }

  closePath(): void {
    this.#path.push({ type: "Z" });
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push({ type: "M", x, y }, { type: "L", x: x + width, y });
    this.#path.push({ type: "L", x: x + width, y: y + height }, { type: "L", x, y: y + height }, { type: "Z" });
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    if (Math.abs(to - from) < 2 * Math.PI - 1e-9) throw new Error("only whole circles are drawn");
    this.#path.push({ type: "O", x, y, radius });
  }

  /** To a rectangle; a second one inside it replaces it, as Chart.js' clips do. */
  clip(): void {
    const [from, , to] = this.#path;
    if (from?.type !== "M" || to?.type !== "L" || this.#path.length !== 5) throw new Error("only rectangles clip");
    this.#clip = { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  fill(): void {
    this.#add({ fill: String(this.fillStyle), stroke: null, alpha: this.globalAlpha });
  }

  stroke(path?: unknown): void {
    if (path !== undefined) throw new Error("a path of the browser's own cannot be written down");
    if (this.lineWidth <= 0) return;
    const { lineWidth: width, lineCap: cap, lineJoin: join, globalAlpha: alpha } = this;
    const stroke = { colour: String(this.strokeStyle), width, cap, join, dash: this.#dash };
    const last = this.items.at(-1);
    // The outline of what was just filled is one element with it.
    if (last?.kind === "path" && last.path === this.#path && last.style.stroke === null && alpha === 1) {
      this.items.pop();
      this.#add({ fill: last.style.fill, stroke, alpha });
    } else this.#add({ fill: null, stroke, alpha });
  }

  fillText(text: string, x: number, y: number): void {
    const [x0, y0] = this.#origin ?? [0, 0];
    const { font, textAlign: align } = this;
    const origin = { x: x0, y: y0 };
    this.items.push({ kind: "text", text, x, y, origin, font, align, colour: String(this.fillStyle) });
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  #add(style: PathStyle): void {
    if (this.#path.length === 0) return;
    const origin = this.#origin === null ? null : { x: this.#origin[0], y: this.#origin[1] };
    this.items.push({ kind: "path", path: this.#path, style, origin, clip: this.#clip });
  }
}
