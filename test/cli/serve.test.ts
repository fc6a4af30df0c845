import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from "node:zlib";
import { siteHandler } from "../../src/cli/serve/handler.ts";
import { listen, type Listening } from "../../src/cli/serve/listen.ts";

const folder = mkdtempSync(join(tmpdir(), "benchpost-serve-"));
const root = join(folder, "_site");
const long = "All work and no play. ".repeat(100);
let plain: Listening;
let prefixed: Listening;
let packed: Listening;

before(async () => {
  for (const [path, text] of [
    ["index.html", "home"],
    ["404.html", "<h1>Nothing here</h1>"],
    ["tags/index.html", "tags"],
    ["2026/post.html", long],
    ["assets/site-ABCD1234.css", "p{}"],
    ["assets/plain.css", "p{}"],
    ["data/x.json", "[]"],
    [".hidden", "secret"],
    ["empty/file.txt", "text"],
    ["../secret.html", "secret"],
  ] as const) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  plain = await listen(siteHandler(root), 0);
  prefixed = await listen(siteHandler(root, { pathPrefix: "/blog/" }), 0);
  packed = await listen(siteHandler(root, { packed: true }), 0);
});

after(async () => {
  await plain.close();
  await prefixed.close();
  await packed.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function ask(path: string, headers: Record<string, string> = {}, server = plain): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(`${server.origin}${path}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    }).on("error", reject);
  });
}

for (const [path, status, body] of [
  ["/", 200, "home"],
  ["/index.html", 200, "home"],
  ["/tags/", 200, "tags"],
  ["/tags/?page=2", 200, "tags"],
  ["/2026/post.html", 200, long],
  ["/2026/post", 200, long],
  ["/2026/post.html/", 404, "<h1>Nothing here</h1>"],
  [`/${"x".repeat(5000)}`, 404, "<h1>Nothing here</h1>"],
  ["/empty/", 404, "<h1>Nothing here</h1>"],
  ["/empty", 404, "<h1>Nothing here</h1>"],
  ["/.hidden", 404, "<h1>Nothing here</h1>"],
  ["/%2ehidden", 404, "<h1>Nothing here</h1>"],
  ["/%E0%A4%A", 404, "<h1>Nothing here</h1>"],
  ["/index.html%00", 404, "<h1>Nothing here</h1>"],
] as const) {
  test(`${path.slice(0, 30)} is answered ${status}`, async () => {
    const answer = await ask(path);
    assert.deepEqual([answer.status, answer.body.toString()], [status, body]);
  });
}

test("a folder without its slash is sent to the slash, with its query", async () => {
  const { status, headers } = await ask("/tags?page=2");
  assert.deepEqual([status, headers.location], [301, "/tags/?page=2"]);
  const foreign = await ask("//tags");
  assert.equal(foreign.headers.location, "/tags/");
});

for (const path of [
  "/../secret.html",
  "/%2e%2e/secret.html",
  "/..%2fsecret.html",
  "/tags/..%5c..%5c..%5csecret.html",
  "/2026/../../secret",
]) {
  test(`nothing outside the site is found by ${path}`, async () => {
    assert.match(await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`), /^HTTP\/1\.1 404 /);
  });
}

/** Node's own client would tidy such paths before it sends them. */
function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(plain.origin).port), "127.0.0.1", () => socket.write(request));
    let text = "";
    socket.setEncoding("utf8").on("data", (some) => (text += some));
    socket.on("end", () => resolve(text)).on("error", reject);
  });
}

test("text is compressed in the best way that the reader knows", async () => {
  const brotli = await ask("/2026/post.html", { "Accept-Encoding": "gzip, br" });
  assert.equal(brotli.headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(brotli.body).toString(), long);
  const gzip = await ask("/2026/post.html", { "Accept-Encoding": "gzip" });
  assert.equal(gzip.headers["content-encoding"], "gzip");
  assert.equal(gunzipSync(gzip.body).toString(), long);
  assert.equal((await ask("/2026/post.html")).headers["content-encoding"], undefined);
  assert.match(brotli.headers.vary ?? "", /accept-encoding/i);
});

test("packed texts are as small as brotli makes them, and packed anew when they change", async () => {
  const file = join(root, "packed.html");
  const lines = (text: string): string => Array.from({ length: 2000 }, (_, i) => `${text} ${i * i}`).join("\n");
  const headers = { "Accept-Encoding": "gzip, br" };
  let tag = "";
  for (const text of [lines("one"), lines("another")]) {
    writeFileSync(file, text);
    const answer = await ask("/packed.html", { ...headers, "If-None-Match": tag }, packed);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers["content-type"], "text/html;charset=utf-8");
    assert.equal(answer.headers["content-length"], String(answer.body.length));
    assert.match(answer.headers.vary ?? "", /accept-encoding/i);
    assert.equal(answer.body.length, brotliCompressSync(text).length);
    assert.equal(brotliDecompressSync(answer.body).toString(), text);
    tag = answer.headers.etag ?? "";
    const again = await ask("/packed.html", { ...headers, "If-None-Match": tag }, packed);
    assert.deepEqual([again.status, again.body.length], [304, 0]);
  }
});

for (const [what, headers] of [
  ["without brotli", { "Accept-Encoding": "gzip;q=0" }],
  ["that forbids brotli", { "Accept-Encoding": "br;q=0, gzip;q=0" }],
  ["for a part", { "Accept-Encoding": "br", Range: "bytes=0-3" }],
] as const) {
  test(`a request ${what} is not answered with a packed text`, async () => {
    const answer = await ask("/2026/post.html", headers, packed);
    assert.equal(answer.headers["content-encoding"], undefined);
    assert.ok(long.startsWith(answer.body.toString()));
    assert.notEqual(answer.body.length, 0);
  });
}

test("what has a hash in its name is kept for ever, the rest is asked for again", async () => {
  assert.equal(
    (await ask("/assets/site-ABCD1234.css")).headers["cache-control"],
    "public, max-age=31536000, immutable",
  );
  for (const path of ["/", "/assets/plain.css", "/data/x.json", "/none"]) {
    assert.equal((await ask(path)).headers["cache-control"], "no-cache", path);
  }
});

test("an unchanged file is answered 304, a changed one anew", async () => {
  const file = join(root, "changing.html");
  writeFileSync(file, "one");
  const etag = (await ask("/changing.html")).headers.etag ?? "";
  assert.equal((await ask("/changing.html", { "If-None-Match": etag })).status, 304);
  writeFileSync(file, "another");
  assert.equal((await ask("/changing.html", { "If-None-Match": etag })).body.toString(), "another");
});

test("every answer carries the policy and its companions", async () => {
  for (const path of ["/", "/none", "/tags", "/assets/plain.css"]) {
    const { headers } = await ask(path);
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /^default-src 'self'; .*object-src 'none'.*frame-ancestors 'none'/);
    // The search is WebAssembly; no code of JavaScript's comes from a text.
    assert.doesNotMatch(policy.replace("'wasm-unsafe-eval'", ""), /unsafe|https?:|data:|\*/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin");
  }
});

test("other methods are refused", async () => {
  assert.match(
    await raw("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    /^HTTP\/1\.1 405 /,
  );
});

test("a site below a prefix is found there alone", async () => {
  assert.equal((await askPrefixed("/blog/tags/")).body.toString(), "tags");
  assert.deepEqual([(await askPrefixed("/")).status, (await askPrefixed("/")).headers.location], [302, "/blog/"]);
  assert.equal((await askPrefixed("/blog/tags")).headers.location, "/blog/tags/");
  assert.equal(
    (await askPrefixed("/blog/assets/site-ABCD1234.css")).headers["cache-control"],
    "public, max-age=31536000, immutable",
  );
  assert.equal((await askPrefixed("/tags/")).status, 404);
});

function askPrefixed(path: string): Promise<Answer> {
  return ask(path, {}, prefixed);
}

test("a taken port is passed over where that is wanted, and an error where not", async () => {
  const port = Number(new URL(plain.origin).port);
  await assert.rejects(listen(siteHandler(root), port), { code: "EADDRINUSE" });
  const next = await listen(siteHandler(root), port, true);
  assert.notEqual(next.origin, plain.origin);
  await next.close();
});
