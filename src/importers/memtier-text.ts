import type { WholeImporter } from "./importer.ts";
import {
  chooseBlocks,
  memtierAssumed,
  memtierLoad,
  memtierPercentile,
  memtierPoint,
  type MemtierRow,
  withoutPercentiles,
} from "./memtier-figures.ts";
import { parseNumber } from "./number.ts";

const header = /^ *Type +Ops\/sec +.*$/m;

/** What memtier_benchmark prints; `---` is a figure that a command does not have. */
export const memtierText: WholeImporter = {
  name: "memtier-text",
  title: "memtier_benchmark text",
  tool: "memtier",
  sign: "the header `Type Ops/sec Hits/sec Misses/sec Avg. Latency` and a line of Totals",
  claims: ({ text }) => header.test(text) && /^ *Totals +\d/m.test(text),
  read({ text }) {
    const { blocks, averaged } = chooseBlocks(blocksOf(text));
    const number = (pattern: RegExp) => parseNumber(pattern.exec(text)?.[1] ?? "");
    const threads = number(/^ *(\d+) +Threads *$/m);
    const clients = number(/^ *(\d+) +Connections per thread *$/m);
    const connections = threads === null || clients === null ? null : threads * clients;
    const seconds = number(/^ *(\d+) +Seconds *$/m);
    return {
      format: "memtier-text",
      tool: "memtier",
      toolVersion: null,
      points: blocks
        .flatMap((block) => rowsOf(block, averaged))
        .map((row) => memtierPoint(row, connections, seconds, null))
        .filter((point) => point !== null),
      load: memtierLoad,
      assumed: memtierAssumed(averaged),
      environment: {},
      warnings: [],
    };
  },
};

/** The tables of a report, by the lines above them; one that has none is that of all there is. */
function blocksOf(text: string): [string, string][] {
  const all = text.matchAll(
    /(?:^ *(\S.*?) *\n *=+ *\n)?^ *Type +Ops\/sec +.*\n(?: *-+ *\n)?(?: *\S+ +(?:[\d.]+|---) .*\n?)*/gm,
  );
  return [...all].map(([block, title]) => [title ?? "ALL STATS", block.slice(block.search(header))]);
}

function rowsOf(block: string, averaged: boolean): MemtierRow[] {
  const [titles = "", ...lines] = block.trim().split("\n");
  const names = titles.trim().split(/ {2,}/);
  return lines
    .map((line) => line.trim().split(/ +/))
    .filter((cells) => cells.length === names.length)
    .map((cells): MemtierRow => {
      const of = (...wanted: string[]) => {
        const column = names.findIndex((name) => wanted.includes(name));
        return column < 0 ? null : parseNumber(cells[column]!);
      };
      const percentiles = names.flatMap((title) => {
        const name = memtierPercentile(title);
        return name === null ? [] : [[name, of(title)] as const];
      });
      const latency = { mean: of("Avg. Latency", "Latency"), ...Object.fromEntries(percentiles) };
      return {
        operation: cells[0]!,
        count: null,
        rate: of("Ops/sec"),
        kibibytes: of("KB/sec"),
        latency: averaged ? withoutPercentiles(latency) : latency,
        errors: null,
      };
    });
}
