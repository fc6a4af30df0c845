import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setAside } from "./aside.ts";
import { type Project, writePosts } from "./posts.ts";
import { type Contender, peersAtScale, PLAIN } from "./scale-peers.ts";
import { type Run, timeProcess } from "./scale-run.ts";
import { median } from "./table.ts";

const root = join(import.meta.dirname, "..");

/** Charts of a post. */
const CHARTS = 4;

/** Builds of sites of so many posts with four charts each, as whole processes, beside those of others with the same posts. */
export async function measureScale(counts: readonly number[], runs: number): Promise<string> {
  const tables: string[] = [];
  for (const count of counts) tables.push(await measure(count, runs));
  const [cpu] = cpus();
  return `Builds at scale: whole processes, median of ${runs}; ${cpus().length} × ${cpu?.model}\n${tables.join("\n")}`;
}

async function measure(count: number, runs: number): Promise<string> {
  const project = writePosts(`scale-${count}`, count, CHARTS);
  const { contenders, missing } = peersAtScale(project.folder);
  const all: Contender[] = [...ours(project), ...contenders];
  const taken = new Map<string, Run[]>(all.map(({ name }) => [name, []]));
  // in turns, so that what else the machine does is shared
  for (let run = 0; run < runs; run++) {
    for (const { name, prepare, command, args, cwd } of all) {
      prepare();
      taken.get(name)!.push(await timeProcess(command, args, cwd));
    }
  }
  const wallOf = (name: string): number => median(taken.get(name)!.map(({ wall }) => wall));
  const plain = wallOf(PLAIN);
  const lines = all.map(({ name }) => {
    const memory = Math.max(...taken.get(name)!.map((one) => one.memory));
    const [wall, share] = [wallOf(name), wallOf(name) / plain];
    return `  ${name.padEnd(40)}${`${wall.toFixed(2)} s`.padStart(10)}${`${share.toFixed(2)} ×`.padStart(10)}${`${(memory / 1e6).toFixed(0)} MB`.padStart(10)}`;
  });
  const head = `${count.toLocaleString("en")} ${count === 1 ? "post" : "posts"}, ${(CHARTS * count).toLocaleString("en")} charts`;
  return [head, ...lines, ...missing.map((name) => `  ${name}: not installed`), ""].join("\n");
}

function ours({ folder, post }: Project): Contender[] {
  const build = { command: process.execPath, args: [join(root, "bin", "benchpost.js"), "build"], cwd: folder };
  let edits = 0;
  return [
    {
      name: "Benchpost, cold",
      prepare: () => ["_site", ".cache"].forEach((name) => setAside(join(folder, name))),
      ...build,
    },
    {
      name: "Benchpost, one post edited",
      prepare() {
        const text = readFileSync(join(folder, post), "utf8");
        writeFileSync(join(folder, post), text.replace("## Question\n\n", `## Question\n\nEdit ${++edits}. `));
      },
      ...build,
    },
  ];
}
