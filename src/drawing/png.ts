import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { encodePng } from "./png-file.ts";

const FONTS = [400, 600].map((weight) => new URL(`../../assets/fonts/inter-${weight}.ttf`, import.meta.url));

/** The renderer's code, compiled: threads share it, and what the engine learns while it runs. */
export type PngCode = object;

/** Node's libraries of types leave it to a browser's, which is none of this floor's. */
const { WebAssembly: assembly } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array): Promise<PngCode> };
};

export function compilePng(): Promise<PngCode> {
  return assembly.compile(readFileSync(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
}

/** Starts the renderer and reads the fonts; the returned function turns SVG into PNG, the same bytes on every machine. */
export async function loadPng(
  code: Promise<PngCode> = compilePng(),
): Promise<(svg: string, scale?: number) => Uint8Array> {
  try {
    await initWasm(code as Parameters<typeof initWasm>[0]);
  } catch (error) {
    // The renderer belongs to the process: a second copy of this module (a bundle, a test) finds it started.
    if (!String(error).includes("Already initialized")) throw error;
  }
  const fontBuffers = FONTS.map((file) => new Uint8Array(readFileSync(file)));
  const font = { fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
  return (svg, scale = 2) => {
    const image = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font });
    const rendered = image.render();
    const png = encodePng(rendered.pixels, rendered.width, rendered.height) ?? rendered.asPng();
    rendered.free();
    image.free();
    return png;
  };
}
