import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Starts the first Chromium that is there; says what to do where none starts. */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findChromium();
  try {
    return await chromium.launch({
      executablePath: path,
      args: ["--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none", "--hide-scrollbars"],
      // root has no sandbox to enter, and the packed Chromium brings none
      chromiumSandbox: false,
      env: { ...definedEnv(), ...env },
    });
  } catch (error) {
    const way = "install Chromium, or set CHROMIUM_PATH to one that does";
    throw new Error(`the browser at ${path} does not start; ${way}\n${String(error)}`, { cause: error });
  }
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
