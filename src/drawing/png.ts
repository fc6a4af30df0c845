import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { initWasm, Resvg } from "@resvg/resvg-wasm";

const FONTS = [400, 600].map((weight) => new URL(`../../assets/fonts/inter-${weight}.ttf`, import.meta.url));

/** Reads the renderer and the fonts once; the returned function turns SVG into PNG, the same bytes on every machine. */
export async function loadPng(): Promise<(svg: string, scale?: number) => Uint8Array> {
  const wasm = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  try {
    await initWasm(readFileSync(wasm));
  } catch (error) {
    // The renderer belongs to the process: a second copy of this module (a bundle, a test) finds it started.
    if (!String(error).includes("Already initialized")) throw error;
  }
  const fontBuffers = FONTS.map((file) => new Uint8Array(readFileSync(file)));
  const font = { fontBuffers, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
  return (svg, scale = 2) => {
    const image = new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font });
    const rendered = image.render();
    const png = rendered.asPng();
    rendered.free();
    image.free();
    return png;
  };
}
