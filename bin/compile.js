import { copyFileSync, cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { entries, load, shape } from "./load.js";

/*
 * Makes dist/ before `npm pack`: Node cannot load TypeScript from node_modules, and whoever installs the package needs no bundler.
 * The types come from `tsc -b`, which runs before.
 */
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });

// two folders deep, as src/site/root.ts expects
buildSync({
  ...shape,
  entryPoints: entries.map((entry) => join(root, entry)),
  outdir: join(dist, "node"),
  define: { BENCHPOST_PACKED: "true" },
  logLevel: "error",
});

const { packAssets } = await load("src/site/bundle/pack.ts");
await packAssets();
const { packLiveScript } = await load("src/cli/live/script.ts");
await packLiveScript();
cpSync(join(root, "src", "site", "layouts"), join(dist, "layouts"), { recursive: true });
mkdirSync(join(dist, "types"));
copyFileSync(join(root, ".cache", "types", "site", "plugin.d.ts"), join(dist, "types", "plugin.d.ts"));
