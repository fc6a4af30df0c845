import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import type { Browser } from "playwright-core";
import type { Host } from "./host.ts";

export interface Violations {
  readonly kind: string;
  readonly light: readonly string[];
  readonly dark: readonly string[];
}

/** One page of each kind that a site has; addresses that depend on the site are found in the article. */
async function kindsOfPages(browser: Browser, host: Host, article: string): Promise<[kind: string, path: string][]> {
  const page = await browser.newPage();
  await page.goto(host.origin + article);
  const pathOf = async (selector: string): Promise<string> =>
    new URL((await page.locator(selector).first().getAttribute("href")) ?? "/", page.url()).pathname;
  const tag = await pathOf('a[rel~="tag"], a[href*="/tags/"]');
  const chart = await pathOf("figure.chart a.chart-to-table");
  await page.close();
  return [
    ["article", article],
    ["chart page", chart],
    ["home", "/"],
    ["tag", tag],
    ["tags", "/tags.html"],
    ["archive", "/archive.html"],
    ["about", "/about.html"],
    ["404", "/404.html"],
  ];
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The rules of axe that each kind of page breaks, in both colour schemes. */
export async function findViolations(browser: Browser, host: Host, article: string): Promise<readonly Violations[]> {
  const found: Violations[] = [];
  for (const [kind, path] of await kindsOfPages(browser, host, article)) {
    const [light, dark] = [
      await audit(browser, host.origin + path, "light"),
      await audit(browser, host.origin + path, "dark"),
    ];
    found.push({ kind, light, dark });
  }
  return found;
}

async function audit(browser: Browser, url: string, colorScheme: "light" | "dark"): Promise<string[]> {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "networkidle" });
  await page.evaluate(axe);
  const broken = (await page.evaluate(
    "axe.run(document).then((result) => result.violations.map(({ id }) => id))",
  )) as string[];
  await context.close();
  return broken;
}
