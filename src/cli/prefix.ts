import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSettings } from "../site/settings.ts";
import { readUtf8 } from "../site/utf8.ts";
import type { Effects } from "./effects.ts";

/** Where the site lives on its host: `--pathprefix`, PATH_PREFIX, or what site.json says. Begins and ends with a slash. */
export function sitePrefix({ cwd, env }: Effects, written: string | undefined): string {
  const file = join(cwd, "site.json");
  const source = existsSync(file) ? { file: "site.json", text: readUtf8(file, "site.json") } : null;
  const surroundings = { url: env["SITE_URL"], pathPrefix: written ?? env["PATH_PREFIX"] };
  return readSettings(source, surroundings).site.prefix;
}
