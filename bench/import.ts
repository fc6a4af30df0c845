import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReadCost } from "./import-read.ts";
import { loads } from "./load-files.ts";
import { median, milliseconds, type Row, table } from "./table.ts";

/** How fast large files of each format are read, in how much memory, for sizes in MB. */
export function measureImports(sizes: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), "benchpost-import-"));
  const path = join(folder, "load");
  const rows: Row[] = [];
  const detections: number[] = [];
  try {
    for (const [name, write] of loads)
      for (const size of sizes) {
        write(path, size * 1e6);
        const cost = readApart(path);
        if (cost.importer !== name) throw new Error(`${name} was taken for ${cost.importer}`);
        detections.push(cost.detection);
        rows.push(toRow(size, cost));
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
  const detection = {
    what: "recognising a file, modules loaded, median",
    value: milliseconds(median(detections)),
    wanted: `at most 10 ms; to ${milliseconds(Math.max(...detections))}`,
  };
  return table("Reading large files (by the time of the processor; by the clock in brackets)", [...rows, detection]);
}

function readApart(path: string): ReadCost {
  const script = join(import.meta.dirname, "import-read.ts");
  const run = spawnSync(process.execPath, ["--import", "tsx", script, path], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as ReadCost;
}

function toRow(size: number, { importer, speed, speedOfCore, peakMegabytes }: ReadCost): Row {
  const least = importer.endsWith("ndjson") ? 60 : 100;
  return {
    what: `${importer}, ${size} MB`,
    value: `${speedOfCore.toFixed(0)} MB/s (${speed.toFixed(0)}), peak ${peakMegabytes.toFixed(0)} MB`,
    wanted: `at least ${least} MB/s, peak at most 300 MB`,
  };
}
