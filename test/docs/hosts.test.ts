import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { suite, test } from "node:test";
import { parse } from "yaml";
import { cacheControl, headersOf, securityHeaders } from "../../src/cli/serve/headers.ts";
import { temporaryFolder } from "../cli/effects.ts";
import { projectSite } from "../browser/site.ts";
import { freePort } from "../free-port.ts";

const root = join(import.meta.dirname, "..", "..");
const hosts = join(root, "docs", "hosts");
const read = (name: string): string => readFileSync(join(hosts, name), "utf8");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> };
const nginx = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));

suite("configurations of hosts", () => {
  for (const [name, line] of [
    ["netlify.toml", (header: string, value: string) => `    ${header} = "${value}"\n`],
    ["cloudflare-headers.txt", (header: string, value: string) => `  ${header}: ${value}\n`],
    ["nginx.conf", (header: string, value: string) => `  add_header ${header} "${value}" always;\n`],
  ] as const) {
    test(`${name} sends what preview sends`, () => {
      const text = read(name);
      for (const [header, value] of [securityHeaders, headersOf("/embed/x.html")].flatMap(Object.entries))
        assert.ok(text.includes(line(header, value as string)), header);
      for (const path of ["/index.html", "/assets/main-ABCD1234.js"])
        assert.ok(text.includes(cacheControl(path)), path);
      for (const [, script] of text.matchAll(/npm run ([\w-]+)/g)) assert.ok(Object.hasOwn(scripts, script!), script);
      for (const [, file] of text.matchAll(/cp (\S+)/g)) assert.ok(existsSync(join(root, file!)), file);
    });
  }

  test("the workflow for GitHub Pages checks, builds and publishes what was built, and publishes nothing that is only proposed", () => {
    const { jobs, permissions } = parse(read("github-pages.yml")) as {
      permissions: object;
      jobs: Record<
        "check" | "build" | "publish",
        { if?: string; needs?: string; steps: { uses?: string; run?: string; with?: { path?: string } }[] }
      >;
    };
    const runsOf = (job: keyof typeof jobs): string[] => jobs[job].steps.flatMap(({ run }) => run ?? []);
    assert.deepEqual(runsOf("build"), ["npm ci", "npm run check -- --published", "npm run build"]);
    assert.deepEqual(runsOf("check"), ["npm ci", "npm run check", "npm run build"]);
    assert.deepEqual(
      [jobs.check.if, jobs.build.if],
      ["github.event_name == 'pull_request'", "github.event_name != 'pull_request'"],
    );
    assert.deepEqual(permissions, { contents: "read" });
    const upload = jobs.build.steps.find(({ uses }) => uses?.startsWith("actions/upload-pages-artifact@"));
    assert.equal(upload?.with?.path, "_site");
    assert.equal(jobs.publish.needs, "build");
  });

  test("the script for S3 sends new files before it removes old ones", (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, "bin"));
    // in place of the real one: it writes down what it was asked for
    writeFileSync(join(folder, "bin", "aws"), `#!/bin/sh\necho "$*" >> ${join(folder, "asked")}\n`);
    chmodSync(join(folder, "bin", "aws"), 0o755);
    const env = { ...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
    execFileSync("sh", [join(hosts, "s3.sh"), "bucket", "E1"], { env, cwd: folder });
    assert.deepEqual(readFileSync(join(folder, "asked"), "utf8").trim().split("\n"), [
      `s3 sync _site/assets s3://bucket/assets --cache-control ${cacheControl("/assets/main-ABCD1234.js")}`,
      `s3 sync _site s3://bucket --exclude assets/* --cache-control ${cacheControl("/index.html")}`,
      "s3 sync _site s3://bucket --delete --size-only",
      "cloudfront create-invalidation --distribution-id E1 --paths /*",
    ]);
  });

  test("nginx answers as preview does", { skip: nginx ? false : "there is no nginx here" }, async (t) => {
    const site = await projectSite("test/site/project");
    const folder = temporaryFolder(t);
    const copy = join(folder, "site");
    cpSync(site.folder, copy, { recursive: true });
    writeFileSync(join(copy, "packed.html"), "as it is");
    writeFileSync(join(copy, "packed.html.gz"), gzipSync("as it was packed"));
    const port = await freePort();
    const server = read("nginx.conf")
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("root /srv/site;", `root ${copy};`);
    writeFileSync(
      join(folder, "nginx.conf"),
      `${process.getuid?.() === 0 ? "user root; " : ""}daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { include /etc/nginx/mime.types; access_log off;\n${server}}\n`,
    );
    const child = spawn(nginx!, ["-c", join(folder, "nginx.conf"), "-p", folder], { stdio: "pipe" });
    t.after(() => child.kill("SIGTERM"));
    await answering(port, child);
    const script = /src="(\/assets\/main-[^"]+)"/.exec(await (await fetch(site.url("/"))).text())![1]!;
    for (const path of [
      "/",
      "/2026/11/02/how-many-requests.html",
      "/archive",
      script,
      "/feed.xml",
      "/data/containers.json",
      "/embed/2026/11/02/how-many-requests/throughput.html",
      "/none",
    ]) {
      const ours = await fetch(site.url(path));
      const theirs = await fetch(`http://127.0.0.1:${port}${path}`);
      assert.equal(theirs.status, ours.status, path);
      const also = ours.ok ? ["cache-control", "access-control-allow-origin"] : [];
      for (const name of [...Object.keys(securityHeaders), ...also]) {
        assert.equal(theirs.headers.get(name), ours.headers.get(name), `${path}: ${name}`);
      }
      assert.equal(await theirs.text(), await ours.text(), path);
    }
    const at = (coding: string): Promise<Response> =>
      fetch(`http://127.0.0.1:${port}/packed.html`, { headers: { "Accept-Encoding": coding } });
    assert.equal(await (await at("gzip")).text(), "as it was packed", "what lies beside a file is sent");
    assert.equal(await (await at("identity")).text(), "as it is");
  });
});

async function answering(port: number, child: ChildProcess): Promise<void> {
  let said = "";
  child.stderr!.on("data", (text) => (said += String(text)));
  while (child.exitCode === null) {
    if (
      await fetch(`http://127.0.0.1:${port}/`).then(
        () => true,
        () => false,
      )
    )
      return;
    await sleep(50);
  }
  throw new Error(`nginx ended:\n${said}`);
}
