import assert from "node:assert/strict";
import { once } from "node:events";
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "./effects.ts";
import { start } from "./program.ts";

interface News {
  readonly build: number;
  readonly fault: string | null;
  readonly remarks: readonly { readonly text: string; readonly line: string }[];
}

/** The news of a server as an open page hears them. */
async function* listenTo(origin: string): AsyncGenerator<News> {
  const { body } = await fetch(`${origin}/.benchpost/news`);
  let text = "";
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    const messages = (text + part).split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) yield JSON.parse(message.replace("data: ", "")) as News;
  }
}

test("dev shows each save, survives each mistake, and leaves _site alone", { timeout: 600_000 }, async (t) => {
  const cwd = temporaryFolder(t);
  cpSync(join(import.meta.dirname, "fixtures", "plain"), cwd, { recursive: true });
  const child = start(["dev", "--port", "0"], { cwd });
  t.after(() => child.kill("SIGKILL"));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  while (!said.includes("\n")) await once(child.stderr, "data");
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
  const news = listenTo(origin);
  const next = async () => (await news.next()).value as News;
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
    /<\/title><script type="module" src="\/\.benchpost\/live\.js"><\/script><p>Home of drafts/,
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
  assert.match(said, /pages\/index\.html:1:35 broken/);

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
