import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchpost } from "../test/cli/program.ts";
import { writePosts } from "./posts.ts";
import { median, type Row, table } from "./table.ts";

const root = join(import.meta.dirname, "..");
const runs = 5;

/** What an author waits for: a post with its figures from two files to the built page, and the check of a thousand posts. */
export async function measureAuthor(): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await startPost());
  const { folder } = writePosts("check", 1000);
  const rows: Row[] = [
    { what: `new --data --here --build, median of ${runs}`, value: seconds(median(times)), wanted: "at most 5 s" },
    { what: "check of 1,000 posts", value: seconds(await timeOf(["check"], folder)), wanted: "at most 10 s" },
  ];
  return table("An author's waiting", rows);
}

/** Nothing is kept from the last time: no project, no pictures. */
async function startPost(): Promise<number> {
  const folder = join(root, ".cache", "bench", "new");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, ".eleventy.js"), 'export { default } from "../../../.eleventy.js";\n');
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "site.json"), '{ "title": "New", "url": "https://example.org" }\n');
  const files = ["node-wrk-keepalive.txt", "gevent-wrk-keepalive.txt"];
  for (const file of files) cpSync(join(root, "data", "raw", "message-bus", file), join(folder, file));
  return timeOf(["new", "Keep alive", "--here", "--build", "--data", ...files], folder);
}

async function timeOf(args: readonly string[], cwd: string): Promise<number> {
  const began = performance.now();
  const { code, stderr } = await benchpost(args, { cwd });
  if (code !== 0) throw new Error(stderr);
  return (performance.now() - began) / 1000;
}

function seconds(time: number): string {
  return `${time.toFixed(1)} s`;
}
