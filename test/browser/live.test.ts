import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../cli/effects.ts";
import { start } from "../cli/program.ts";
import { openPage } from "./browser.ts";

test("an open page follows the author's saves and shows what is wrong, under the site's own policy", async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "..", "cli", "fixtures", "plain"), cwd, { recursive: true });
  const save = (text: string): void =>
    writeFileSync(
      join(cwd, "pages", "index.html"),
      `<!doctype html><html lang="en"><title>Home</title><p>${text}</p>\n`,
    );
  save("first");
  const child = start(["dev", "--port", "0"], { cwd });
  t.after(() => child.kill("SIGKILL"));
  const [line] = (await once(child.stderr.setEncoding("utf8"), "data")) as [string];
  // the first build may be under way: the page that says so, and the icon that this site does not have, are no faults here
  const expected = [/503/, /favicon\.ico/];
  const page = await openPage(t, /http:\S+/.exec(line)![0], { expected });
  await page.getByText("first", { exact: true }).waitFor();

  save("second");
  await page.getByText("second", { exact: true }).waitFor();

  save("BROKEN");
  const fault = page.getByRole("alert");
  await fault.waitFor();
  assert.match(await fault.innerText(), /^\.\/pages\/index\.html:1:\d+ broken: it is broken\n {2}Mend it\.\n?$/);
  assert.equal(await page.getByText("second", { exact: true }).count(), 1);

  save("third");
  await page.getByText("third", { exact: true }).waitFor();
  assert.equal(await fault.count(), 0);
  // before its server ends
  await page.close();
});
