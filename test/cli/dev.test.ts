import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { startDev } from "./news.ts";

test("dev shows each save, survives each mistake, and leaves _site alone", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), cwd, { recursive: true });
  const { child, origin, said, next } = await startDev(t, cwd);
  const home = async () => (await fetch(`${origin}/`)).text();
  const save = (text: string) =>
    writeFileSync(join(cwd, "pages", "index.html"), `<!doctype html><title>Home</title>${text}\n`);

  let heard = await next();
  if (heard.build === 0) {
    assert.equal((await fetch(`${origin}/`)).status, 503);
    heard = await next();
  }
  assert.deepEqual(heard, { build: 1, fault: null, remarks: [] });
  assert.match(
    await home(),
    /<\/title><script type="module" src="\/\.benchpost\/live\.js\?build=1"><\/script><p>Home of drafts/,
  );
  assert.match(await (await fetch(`${origin}/.benchpost/live.js`)).text(), /new EventSource\("\/\.benchpost\/news"\)/);

  save("second");
  assert.deepEqual(await next(), { build: 2, fault: null, remarks: [] });
  assert.match(await home(), /second/);

  save("BROKEN");
  const { remarks, ...told } = await next();
  assert.deepEqual(told, { build: 2, fault: "./pages/index.html:1:35 broken: it is broken\n  Mend it.\n" });
  assert.deepEqual(
    remarks.map(({ text, line }) => [text, line]),
    [["./pages/index.html:1:35 broken: it is broken\n  Mend it.", "<!doctype html><title>Home</title>BROKEN"]],
  );
  assert.match(await home(), /second/);
  assert.match(said(), /pages\/index\.html:1:35 broken/);

  save("third");
  assert.deepEqual(await next(), { build: 3, fault: null, remarks: [] });
  assert.match(await home(), /third/);
  const missing = await fetch(`${origin}/none`);
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /live\.js.*No page/);

  assert.ok(!existsSync(join(cwd, "_site")));
  child.kill("SIGINT");
  assert.deepEqual(await once(child, "exit"), [0, null]);
});

test("dev follows the path of the site's address, and leads open pages there", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), cwd, { recursive: true });
  const save = (text: string) => writeFileSync(join(cwd, "site.json"), text);
  save('{"url": "https:');
  const { origin, said, next } = await startDev(t, cwd);
  const page = async (path: string) => {
    const response = await fetch(`${origin}${path}`);
    return [response.url.slice(origin.length), /at [^<]*/.exec(await response.text())?.[0]];
  };
  while ((await next()).build < 1);
  assert.deepEqual(await page("/"), ["/", "at /"]);

  save('{"url": "https://bench.example/blog/"}');
  assert.equal((await next()).build, 2);
  assert.deepEqual(await page("/?runs=1"), ["/blog/?runs=1", "at /blog/"]);
  assert.match(said(), /^site\.json\nhttp:\/\/127\.0\.0\.1:\d+\/blog\/ \(end with Ctrl\+C\)$/m);

  save('{"url": "https://bench.exam');
  await next();
  assert.deepEqual(await page("/blog/"), ["/blog/", "at /blog/"]);

  save('{"url": "https://bench.example/"}');
  await next();
  assert.deepEqual(await page("/blog/index.html"), ["/index.html", "at /"]);
});
