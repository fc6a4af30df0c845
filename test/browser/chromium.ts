import { mkdtempSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Executable {
  readonly path: string;
  /** What the browser needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The first that is there of: CHROMIUM_PATH (`npm` means the packed one), an installed Chromium or Chrome, and the Chromium
 * that comes inside an npm package, so that a machine with nothing but Node can run the tests.
 */
export async function findChromium(): Promise<Executable> {
  const asked = process.env["CHROMIUM_PATH"];
  if (asked && asked !== "npm") {
    if (!existsSync(asked)) throw new Error(`CHROMIUM_PATH=${asked} does not exist`);
    return { path: asked, env: {} };
  }
  const path = asked === "npm" ? undefined : installed.find((candidate) => existsSync(candidate));
  return path ? { path, env: {} } : packedChromium();
}

/**
 * Unpacks the browser of @sparticuz/chromium, once, under .cache/. It is made for a serverless host whose name it looks for
 * in the environment; only there does it unpack the libraries (NSS, NSPR, Expat) that a bare machine lacks.
 */
async function packedChromium(): Promise<Executable> {
  const cache = join(import.meta.dirname, "..", "..", ".cache");
  const home = join(cache, "chromium-147.0.0");
  if (!existsSync(home)) {
    mkdirSync(cache, { recursive: true });
    const unpacked = mkdtempSync(join(cache, "chromium-"));
    await withEnv(
      { AWS_LAMBDA_JS_RUNTIME: "nodejs22.x", TMPDIR: unpacked, LD_LIBRARY_PATH: "", FONTCONFIG_PATH: "" },
      async () => {
        const { default: packed } = await import("@sparticuz/chromium");
        await packed.executablePath();
      },
    );
    writeFileSync(join(unpacked, "fonts.conf"), fontsOf(home));
    try {
      renameSync(unpacked, home);
    } catch (error) {
      // another run was faster: its copy is as good
      rmSync(unpacked, { recursive: true });
      if (!existsSync(home)) throw error;
    }
  }
  return {
    path: join(home, "chromium"),
    env: { LD_LIBRARY_PATH: join(home, "al2023", "lib"), FONTCONFIG_FILE: join(home, "fonts.conf"), HOME: home },
  };
}

/** Its own settings look for fonts on that host alone, and a browser without a single font crashes on the first page. */
function fontsOf(home: string): string {
  const folders = [join(home, "fonts", "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
  const dirs = folders.map((folder) => `<dir>${folder}</dir>`).join("");
  return `<?xml version="1.0"?><fontconfig>${dirs}<cachedir>${join(home, "fonts-cache")}</cachedir></fontconfig>\n`;
}

async function withEnv(values: Record<string, string>, work: () => Promise<void>): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  try {
    await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
