import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setAside } from "./aside.ts";

const root = join(import.meta.dirname, "..");

/** What a chart of a post shows: as many of these as are asked for. */
const metrics = ["reply_rate", "latency", "error_ratio", "cpu"] as const;

/** A project of many posts, each with charts of a dataset of its own. */
export interface Project {
  readonly folder: string;
  /** File of the post in the middle, relative to the folder, and the path of its page. */
  readonly post: string;
  readonly page: string;
}

/** Writes a project of so many posts, a day each, with up to four charts each. The figures are invented. */
export function writePosts(name: string, count: number, charts = 2): Project {
  const folder = join(root, ".cache", "bench", name);
  setAside(folder);
  const write = (file: string, text: string): void => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  write(".eleventy.js", 'export { default } from "../../../.eleventy.js";\n');
  write("package.json", '{ "type": "module" }\n');
  write("site.json", '{ "title": "Many", "url": "https://example.org" }\n');
  for (let i = 0; i < count; i++) {
    write(fileOf(i), postText(i, charts));
    write(`data/post-${i}.json`, JSON.stringify(dataset(i, charts)));
  }
  const middle = Math.floor(count / 2);
  return { folder, post: fileOf(middle), page: `${dayOf(middle).replaceAll("-", "/")}/post-${middle}.html` };
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2010, 0, 1 + index)).toISOString().slice(0, 10);
}

function fileOf(index: number): string {
  return `posts/${dayOf(index)}-post-${index}.md`;
}

/** Id of a chart of a post. */
function chartId(metric: string, index: number): string {
  return `${metric.replace("_", "-")}-${index}`;
}

function postText(index: number, charts: number): string {
  const prose = "The server answers what is demanded of it until it does not, and then it queues. ".repeat(8);
  const code = `\`\`\`js\nfor (const rate of rates) await run({ rate, seconds: ${10 + index} }); // one after the other\n\`\`\`\n\n`;
  const elements = metrics
    .slice(0, charts)
    .map((metric) => `<div id="${chartId(metric, index)}" class="flot"></div>\n\n`);
  const parts = ["Question", "Method", "Results", "Limits"].map((title) => `## ${title}\n\n${prose}\n\n`);
  parts.splice(3, 0, ...elements, code);
  return `---\ntitle: Post ${index}\nsummary: What server ${index} answers.\ntags: [tag-${index % 10}]\n---\n\n${parts.join("")}`;
}

function dataset(index: number, charts: number): object {
  const x = Array.from({ length: 20 }, (_, i) => (i + 1) * 100);
  const series = ["one", "two"].map((id, i) => {
    const capacity = 700 + 300 * i + (index % 100);
    const rate = x.map((demanded) => Math.min(demanded, capacity));
    const values = {
      reply_rate: { mean: rate, stdev: rate.map((mean) => mean / 100), n: x.map(() => 3) },
      latency: { mean: x.map((demanded) => 0.001 * (1 + demanded / capacity)) },
      error_ratio: { value: x.map((demanded) => Math.max(0, 1 - capacity / demanded)) },
      cpu: { mean: x.map((demanded) => Math.min(1, 0.05 + (0.9 * demanded) / capacity)) },
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
      error_ratio: { label: "Errors", unit: "1", display: "%", better: "lower", denominator: "replies" },
      cpu: { label: "Processor time", unit: "1", display: "%", better: "lower" },
    },
    series,
    charts: Object.fromEntries(metrics.slice(0, charts).map((metric) => [chartId(metric, index), { metric }])),
  };
}
