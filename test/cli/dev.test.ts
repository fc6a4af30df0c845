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
