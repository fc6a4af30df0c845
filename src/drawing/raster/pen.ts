import type { Pen } from "../../chart/pen.ts";
import { circle } from "./circle.ts";
import { dashes } from "./dash.ts";
import { lettersOf, PHASES } from "./letters.ts";
import { Shape } from "./shape.ts";
import { strokeLine } from "./stroke.ts";
import { cover, type Part, type Surface } from "./surface.ts";

/** A part of a path in pixels: a line (x and y by turns), or a whole circle. */
type Piece =
  { readonly points: number[]; closed: boolean } | { readonly x: number; readonly y: number; readonly radius: number };

interface State {
  readonly fillStyle: unknown;
  readonly strokeStyle: unknown;
  readonly lineWidth: number;
  readonly lineCap: string;
  readonly lineJoin: string;
  readonly globalAlpha: number;
  readonly font: string;
  readonly textAlign: string;
  readonly dash: readonly number[];
  readonly origin: readonly [number, number];
  readonly clip: Part;
}

/** A pen that fills pixels: what charts are drawn with, for PNG files. Colours are `#rrggbb`; fonts have a size in px, and are the shipped one. */
export class PixelPen implements Pen {
  fillStyle: unknown = "#000000";
  strokeStyle: unknown = "#000000";
  lineWidth = 1;
  lineCap = "butt";
  lineJoin = "miter";
  globalAlpha = 1;
  font = "10px Inter";
  textAlign = "start";
  readonly #surface: Surface;
  readonly #scale: number;
  readonly #shape = new Shape();
  readonly #saved: State[] = [];
  #dash: readonly number[] = [];
  /** In pixels. */
  #origin: readonly [number, number];
  #clip: Part;
  #path: Piece[] = [];

  /** Draws from a place on, in pixels, with so many pixels to each of its units. */
  constructor(surface: Surface, scale: number, left = 0, top = 0) {
    this.#surface = surface;
    this.#scale = scale;
    this.#origin = [left, top];
    this.#clip = { left: 0, top: 0, right: surface.width, bottom: surface.height };
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign } = this;
    const [dash, origin, clip] = [this.#dash, this.#origin, this.#clip];
    this.#saved.push({
      fillStyle,
      strokeStyle,
      lineWidth,
      lineCap,
      lineJoin,
      globalAlpha,
      font,
      textAlign,
      dash,
      origin,
      clip,
    });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (state === undefined) return;
    this.fillStyle = state.fillStyle;
    this.strokeStyle = state.strokeStyle;
    this.lineWidth = state.lineWidth;
    this.lineCap = state.lineCap;
    this.lineJoin = state.lineJoin;
    this.globalAlpha = state.globalAlpha;
    this.font = state.font;
    this.textAlign = state.textAlign;
    this.#dash = state.dash;
    this.#origin = state.origin;
    this.#clip = state.clip;
  }

  translate(x: number, y: number): void {
    this.#origin = [this.#x(x), this.#y(y)];
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push({ points: [this.#x(x), this.#y(y)], closed: false });
  }

  lineTo(x: number, y: number): void {
    const last = this.#path.at(-1);
    if (last === undefined || !("points" in last)) return this.moveTo(x, y);
    if (last.closed) this.#path.push({ points: [last.points[0]!, last.points[1]!], closed: false });
    (this.#path.at(-1) as typeof last).points.push(this.#x(x), this.#y(y));
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.moveTo(x, y);
    this.lineTo(x + width, y);
    this.lineTo(x + width, y + height);
    this.lineTo(x, y + height);
    this.closePath();
  }

  /** Whole circles only. */
  arc(x: number, y: number, radius: number): void {
    this.#path.push({ x: this.#x(x), y: this.#y(y), radius: radius * this.#scale });
  }

  closePath(): void {
    const last = this.#path.at(-1);
    if (last !== undefined && "points" in last) last.closed = true;
  }

  /** To a rectangle, at the nearest whole pixels. */
  clip(): void {
    const [first] = this.#path;
    if (first === undefined || !("points" in first)) throw new Error("only rectangles clip");
    const [left, top, , , right, bottom] = first.points.map(Math.round) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const before = this.#clip;
    this.#clip = {
      left: Math.max(before.left, left),
      top: Math.max(before.top, top),
      right: Math.min(before.right, right),
      bottom: Math.min(before.bottom, bottom),
    };
  }

  fill(): void {
    for (const piece of this.#path) {
      this.#shape.piece("points" in piece ? piece.points : circle(piece.x, piece.y, piece.radius));
    }
    this.#lay(this.fillStyle);
  }

  stroke(): void {
    const line = { width: this.lineWidth * this.#scale, cap: this.lineCap, join: this.lineJoin };
    const pattern = this.#dash.map((length) => length * this.#scale);
    for (const piece of this.#path) {
      if (!("points" in piece)) {
        const { x, y, radius } = piece;
        this.#shape.piece(circle(x, y, radius + line.width / 2));
        if (radius > line.width / 2) this.#shape.hole(circle(x, y, radius - line.width / 2));
      } else if (pattern.length === 0) strokeLine(this.#shape, piece.points, piece.closed, line);
      else {
        const { points, closed } = piece;
        const whole = closed ? [...points, points[0]!, points[1]!] : points;
        for (const dash of dashes(whole, pattern)) strokeLine(this.#shape, dash, false, line);
      }
    }
    this.#lay(this.strokeStyle);
  }

  /** The base line stands on a whole pixel. */
  fillText(text: string, x: number, y: number): void {
    const [, weight, px] = /^(?:(600) )?([\d.]+)px/.exec(this.font) ?? [];
    const letters = lettersOf(weight === "600" ? 600 : 400);
    const size = Number(px) * this.#scale;
    const unit = size / letters.unitsPerEm;
    const shaped = letters.shaped(text);
    const before = { right: 1, end: 1, center: 0.5 }[this.textAlign] ?? 0;
    const left = this.#x(x) - before * shaped.width * unit;
    const base = Math.round(this.#y(y));
    const colour = toNumber(this.fillStyle);
    for (const placed of shaped.letters) {
      const at = Math.round((left + placed.x * unit) * PHASES);
      const whole = Math.floor(at / PHASES);
      const mask = letters.mask(placed.letter, size, at - whole * PHASES);
      const row = base - Math.round(placed.y * unit);
      for (let i = 0; i < mask.length; i += 4) {
        this.#span(row + mask[i]!, whole + mask[i + 1]!, whole + mask[i + 2]!, mask[i + 3]!, colour);
      }
    }
  }

  setLineDash(dash: readonly number[]): void {
    this.#dash = dash;
  }

  #x(x: number): number {
    return this.#origin[0] + x * this.#scale;
  }

  #y(y: number): number {
    return this.#origin[1] + y * this.#scale;
  }

  #lay(style: unknown): void {
    const colour = toNumber(style);
    this.#shape.spans(this.#clip, (row, from, to, steps) => {
      cover(this.#surface, row, from, to, colour, steps, this.globalAlpha);
    });
  }

  #span(row: number, from: number, to: number, steps: number, colour: number): void {
    const { left, top, right, bottom } = this.#clip;
    if (row < top || row >= bottom) return;
    cover(this.#surface, row, Math.max(from, left), Math.min(to, right), colour, steps, this.globalAlpha);
  }
}

/** A colour such as `#0a141e` as a number. */
export function toNumber(colour: unknown): number {
  const [, digits] = /^#([0-9a-f]{6})$/i.exec(String(colour)) ?? [];
  if (digits === undefined) throw new Error(`only colours such as #0a141e fill pixels, and not ${String(colour)}`);
  return Number.parseInt(digits, 16);
}
