import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Page } from "playwright-core";

/** What an A4 sheet has room for between its margins, in CSS pixels. */
export const a4: { readonly width: number; readonly height: number } = { width: 680, height: 1009 };

/** An article on paper, read by the programs of poppler. */
export interface Paper {
  /** The words of each sheet. */
  readonly sheets: readonly string[];
  /** A sheet as SVG, the first is 0. */
  readonly drawing: (sheet: number) => string;
}

/** Null where poppler is not installed. */
export async function print(t: TestContext, page: Page): Promise<Paper | null> {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-print-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "article.pdf");
  writeFileSync(file, await page.pdf({ format: "A4" }));
  const read = (program: string, ...options: readonly string[]): string | null => {
    const { stdout, error } = spawnSync(program, [...options, file, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    return error ? null : stdout;
  };
  const words = read("pdftotext", "-raw");
  if (words !== null) {
    const drawing = (sheet: number): string => read("pdftocairo", "-svg", "-f", `${sheet + 1}`, "-l", `${sheet + 1}`)!;
    return { sheets: words.split("\f").map(plain), drawing };
  }
  t.skip("poppler is not installed");
  return null;
}

/** Without its spaces: poppler drops thin ones, and reads some between letters. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** The sheet that a figure is on; it must be one. */
export function sheetOf({ sheets }: Paper, title: string): number {
  const found = sheets.flatMap((sheet, i) => (sheet.includes(plain(title)) ? [i] : []));
  assert.equal(found.length, 1, title);
  return found[0]!;
}

/** The colours of shapes on a sheet as poppler writes them. */
export function coloursIn(drawing: string, part: "fill" | "stroke"): string[] {
  const pattern = new RegExp(`<path[^>]*[;" ]${part}[:=]"?rgb\\(([^)]*)\\)`, "g");
  return [...drawing.matchAll(pattern)].map(([, colour]) => colour!);
}

/** A colour of the palette as poppler writes it, to a tenth of a percent. */
export function isColour(written: string, hex: string): boolean {
  return written
    .split(",")
    .every(
      (part, i) =>
        Math.abs(Number.parseFloat(part) - Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16) / 2.55) < 0.1,
    );
}
