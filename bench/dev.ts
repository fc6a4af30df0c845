import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { start } from "../test/cli/program.ts";
import { type Project, writePosts } from "./posts.ts";
import { median, milliseconds, type Row, table } from "./table.ts";

const edits = 20;

/** From the save of a post to the frame in which a browser shows it, with many posts beside it. */
export async function measureDev(browser: Browser, counts: readonly number[]): Promise<string> {
  const rows: Row[] = [];
  for (const count of counts) {
    const { first, times } = await measure(browser, writePosts(`dev-${count}`, count));
    const range = `${milliseconds(Math.min(...times))} to ${milliseconds(Math.max(...times))}`;
    rows.push(
      { what: `${count} posts, first build`, value: milliseconds(first) },
      { what: `${count} posts, an edit`, value: milliseconds(median(times)), wanted: `${wanted(count)}${range}` },
    );
  }
  return table(`From save to screen in dev, median of ${edits}`, rows);
}

function wanted(count: number): string {
  return count <= 100 ? "at most 300 ms; " : "";
}

async function measure(browser: Browser, { folder, post, page: path }: Project) {
  const began = performance.now();
  const child = start(["dev", "--port", "0"], { cwd: folder });
  try {
    const [said] = (await once(child.stderr.setEncoding("utf8"), "data")) as [string];
    const page = await browser.newPage();
    const shown = watchFrames(page);
    await page.goto(/http:\S+/.exec(said)![0] + path);
    await page.locator("figure").first().waitFor({ timeout: 600_000 });
    const first = performance.now() - began;
    // what is made after the pages: pictures for downloads
    await sleep(first);
    const text = readFileSync(join(folder, post), "utf8");
    const times: number[] = [];
    for (let edit = 1; edit <= edits; edit++) {
      const saved = Date.now();
      writeFileSync(join(folder, post), text.replace("## Question\n\n", `## Question\n\nEdit ${edit}. `));
      times.push((await shown(`Edit ${edit}.`)) - saved);
      await sleep(500);
    }
    await page.close();
    return { first, times };
  } finally {
    child.kill("SIGINT");
    await once(child, "exit");
  }
}

/** Waits for the first frame that shows a text, and gives its time in milliseconds since 1970. */
function watchFrames(page: Page): (text: string) => Promise<number> {
  const frames = new Map<string, number>();
  page.on("console", (message) => {
    const [, time, text] = /^frame (\d+) (.*)$/.exec(message.text()) ?? [];
    if (text !== undefined && !frames.has(text)) frames.set(text, Number(time));
  });
  // as a text: what a compiler adds to functions is not there in the page
  void page.addInitScript(`addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => setTimeout(() => {
    const edit = /Edit \\d+\\./.exec(document.body.textContent);
    if (edit) console.log("frame " + Date.now() + " " + edit[0]);
  })))`);
  return async (text) => {
    while (!frames.has(text)) await sleep(5);
    return frames.get(text)!;
  };
}
