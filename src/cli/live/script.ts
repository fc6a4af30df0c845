import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isPacked, packageRoot } from "../../site/root.ts";

/** Where the published package has the script. */
const packed = join(packageRoot, "dist", "assets", "live.js");

/** The script that `dev` puts into each page. */
export async function liveScript(): Promise<string> {
  return isPacked ? readFileSync(packed, "utf8") : bundle();
}

/** Writes it for the published package. */
export async function packLiveScript(): Promise<void> {
  mkdirSync(dirname(packed), { recursive: true });
  writeFileSync(packed, await bundle());
}

async function bundle(): Promise<string> {
  const { build } = await import("esbuild");
  const entry = join(packageRoot, "src", "client", "live.ts");
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
