import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { findChromium } from "../../test/browser/chromium.ts";
import type { Host } from "../host.ts";
import { type Row, table } from "../table.ts";

const here = import.meta.dirname;
const run = promisify(execFile);

/** The part of Lighthouse's result that is read. */
interface Result {
  readonly lighthouseVersion: string;
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface Category {
  readonly title: string;
  /** 0 to 1; null where an audit broke. */
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly scoreDisplayMode: string;
  readonly displayValue?: string;
}

/**
 * What Lighthouse gives pages on a phone, as it comes, and what costs points: the best of some runs, because other work on the
 * machine only ever takes points away. Installs it first.
 */
export async function measureLighthouse(host: Host, pages: readonly string[], runs: number): Promise<string> {
  if (!existsSync(join(here, "node_modules"))) execFileSync("npm", ["ci"], { cwd: here, stdio: "inherit" });
  const tables: string[] = [];
  for (const path of pages) {
    const results: Result[] = [];
    for (let run = 0; run < runs; run++) results.push(await audit(host.origin + path));
    const [best] = results.toSorted((a, b) => speedOf(b) - speedOf(a));
    const speeds = results.map(speedOf);
    const heading = `Lighthouse ${best!.lighthouseVersion} of ${path}, on a phone, the fastest of ${runs}: performance`;
    tables.push(table(`${heading} from ${Math.min(...speeds)} to ${Math.max(...speeds)}`, rowsOf(best!)));
  }
  return tables.join("\n");
}

/** Now and then the browser's record of a load lacks its beginning; then Lighthouse says to run it again. */
async function audit(url: string, triesLeft = 2): Promise<Result> {
  const { path, env } = await findChromium();
  const program = join(here, "node_modules", "lighthouse", "cli", "index.js");
  const flags = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-sandbox"].join(" ");
  const args = [program, url, "--quiet", "--output=json", "--enable-error-reporting=false", `--chrome-flags=${flags}`];
  const around = { ...process.env, ...env, NODE_OPTIONS: "", CHROME_PATH: path };
  try {
    const { stdout } = await run(process.execPath, args, { env: around, maxBuffer: 1e9 });
    return JSON.parse(stdout) as Result;
  } catch (error) {
    if (triesLeft > 0) return audit(url, triesLeft - 1);
    const { stderr = "" } = error as { stderr?: string };
    throw new Error(`Lighthouse gives no result for ${url}: ${stderr.trim()}`, { cause: error });
  }
}

function speedOf({ categories }: Result): number {
  return Math.round(100 * (categories["performance"]?.score ?? 0));
}

function rowsOf({ categories, audits }: Result): Row[] {
  return Object.values(categories).flatMap(({ title, score, auditRefs }) => {
    const failing = auditRefs.flatMap(({ id, weight }): Row[] => {
      const { title, score, scoreDisplayMode, displayValue = "" } = audits[id]!;
      const isWhole = score === 1 || scoreDisplayMode === "notApplicable" || scoreDisplayMode === "manual";
      if (isWhole || weight === 0) return [];
      return [{ what: `  ${title} (${id})`, value: displayValue, wanted: `weight ${weight}` }];
    });
    return [
      { what: title, value: score === null ? "broken" : String(Math.round(score * 100)), wanted: "100" },
      ...failing,
    ];
  });
}
