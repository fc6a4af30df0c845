import assert from "node:assert/strict";
import { after, type TestContext } from "node:test";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchChromium } from "./launch.ts";

let launched: Promise<Browser> | undefined;

/** The one browser of a test run; closed when the run ends. */
export function browser(): Promise<Browser> {
  return (launched ??= launchChromium());
}

after(async () => {
  await (await launched)?.close();
});

/** Milliseconds after which a page is closed: what a test still waits for in it would never come, and nobody would hear of it. */
const PATIENCE = 300_000;

export interface OpenOptions extends BrowserContextOptions {
  /** Problems that this test provokes on purpose; each must match one of these. */
  readonly expected?: readonly RegExp[];
}

/** A page and what it did that no page of ours may do. */
export interface Watched {
  readonly page: Page;
  readonly problems: readonly string[];
}

/**
 * Opens a page in a context of its own. When the test ends the context is closed, and the test fails if the page wrote an error
 * to the console, threw, violated its content security policy, missed a file or asked any other host for anything (such
 * requests are refused).
 */
export async function openPage(
  t: TestContext,
  url: string,
  { expected = [], ...options }: OpenOptions = {},
): Promise<Page> {
  const { page, problems } = await watchPage(url, options);
  const patience = setTimeout(() => void page.context().close(), PATIENCE);
  t.after(async () => {
    clearTimeout(patience);
    await page.context().close();
    const unexpected = problems.filter((problem) => !expected.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], `problems on ${url}`);
  });
  return page;
}

/** The same without a verdict: the caller looks at the problems and closes the context. */
export async function watchPage(url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await (await browser()).newContext(options);
  const problems: string[] = [];
  const { origin } = new URL(url);
  await context.route(
    (target) => target.origin !== origin && /^(https?|wss?|ftp):$/.test(target.protocol),
    (route) => {
      problems.push(`request to another host: ${route.request().url()}`);
      return route.abort();
    },
  );
  // functions handed to evaluate get their names through a helper of the compiler that the page does not have
  await context.addInitScript("globalThis.__name = (value) => value");
  await context.addInitScript(() => {
    document.addEventListener(
      "securitypolicyviolation",
      ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
        console.error(`policy violation: ${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber}`);
      },
    );
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`request failed: ${request.url()}`);
  });
  await page.goto(url, { waitUntil: "load" });
  return { page, problems };
}
