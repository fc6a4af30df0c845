import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** A project of many posts, each with two charts of a dataset of its own. */
export interface Project {
  readonly folder: string;
  /** File of the post in the middle, relative to the folder, and the path of its page. */
  readonly post: string;
  readonly page: string;
}

/** Writes a project of so many posts, a day each. The figures are invented. */
export function writePosts(name: string, count: number): Project {
  const folder = join(root, ".cache", "bench", name);
  rmSync(folder, { recursive: true, force: true });
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write(".eleventy.js", 'export { default } from "../../../.eleventy.js";\n');
  write("package.json", '{ "type": "module" }\n');
  write("site.json", '{ "title": "Many", "url": "https://example.org" }\n');
  for (let i = 0; i < count; i++) {
    write(fileOf(i), postText(i));
    write(`data/post-${i}.json`, JSON.stringify(dataset(i)));
  }
  const middle = Math.floor(count / 2);
  return { folder, post: fileOf(middle), page: `${dayOf(middle).replaceAll("-", "/")}/post-${middle}.html` };
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
}

function fileOf(index: number): string {
  return `posts/${dayOf(index)}-post-${index}.md`;
}

function postText(index: number): string {
  const prose = "The server answers what is demanded of it until it does not, and then it queues. ".repeat(8);
  const chart = (metric: string): string => `<div id="${metric}-${index}" class="flot"></div>\n\n`;
  const parts = ["Question", "Method", "Results", "Limits"].map((title) => `## ${title}\n\n${prose}\n\n`);
  parts.splice(3, 0, chart("rate"), chart("latency"));
  return `---\ntitle: Post ${index}\nsummary: What server ${index} answers.\ntags: [tag-${index % 10}]\n---\n\n${parts.join("")}`;
}

function dataset(index: number): object {
  const x = Array.from({ length: 20 }, (_, i) => (i + 1) * 100);
  const series = ["one", "two"].map((id, i) => {
    const capacity = 700 + 300 * i + (index % 100);
    const rate = x.map((demanded) => Math.min(demanded, capacity));
    const values = {
      reply_rate: { mean: rate, stdev: rate.map((mean) => mean / 100), n: x.map(() => 3) },
      latency: { mean: x.map((demanded) => 0.001 * (1 + demanded / capacity)) },
    };
    return { id, label: id, x, values };
  });
  return {
    schema: "benchpost/1",
    title: `Server ${index}`,
    x: { name: "demanded_request_rate", label: "Demanded requests", unit: "1/s" },
    metrics: {
      reply_rate: { label: "Throughput", unit: "1/s", display: "req/s", better: "higher" },
      latency: { label: "Response time", unit: "s", display: "ms", better: "lower" },
    },
    series,
    charts: { [`rate-${index}`]: { metric: "reply_rate" }, [`latency-${index}`]: { metric: "latency" } },
  };
}
