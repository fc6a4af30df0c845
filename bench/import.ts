import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detect } from "../src/importers/detect.ts";
import { HEAD_BYTES, sniff } from "../src/importers/sniff.ts";
import { loads } from "./load-files.ts";

/**
 * How fast large files are read, and in how much memory: `node --import tsx bench/import.ts [MB …] [--only FORMAT]`.
 * Each format and size is read in a process of its own, because the peak of resident memory never falls.
 */
const [mode, ...rest] = process.argv.slice(2);
if (mode === "read") measure(rest[0]!);
else table();

function table(): void {
  const words = process.argv.slice(2);
  const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
  const sizes = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const folder = mkdtempSync(join(tmpdir(), "benchpost-import-"));
  console.log("format          MB   MB/s  peak RSS MB  rows");
  try {
    for (const [name, write] of loads) {
      if (only !== undefined && only !== name) continue;
      for (const megabytes of sizes.length > 0 ? sizes : [10, 100]) {
        const path = join(folder, "load");
        write(path, megabytes * 1e6);
        const run = spawnSync(process.execPath, ["--import", "tsx", import.meta.filename, "read", path], {
          encoding: "utf8",
        });
        if (run.status !== 0) throw new Error(run.stderr);
        const [importer, speed, memory, rows] = run.stdout.trim().split(" ");
        if (importer !== name) throw new Error(`${name} was taken for ${importer}`);
        console.log(
          `${name.padEnd(13)}${String(megabytes).padStart(5)}${speed!.padStart(7)}${memory!.padStart(13)}  ${rows}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads one file as `import` does, in pieces; prints importer, MB/s, peak resident MB and rows. */
function measure(path: string): void {
  const file = openSync(path, "r");
  const piece = new Uint8Array(1 << 18);
  const begun = process.hrtime.bigint();
  const head = piece.slice(0, readSync(file, piece, 0, HEAD_BYTES, 0));
  const input = sniff(path, head, false);
  const importer = detect(input);
  if (!("open" in importer)) throw new Error(`${importer.name} does not stream`);
  const intake = importer.open(input, {});
  for (
    let at = 0, size = readSync(file, piece, 0, piece.length, 0);
    size > 0;
    size = readSync(file, piece, 0, piece.length, at)
  ) {
    intake.push(piece.subarray(0, size));
    at += size;
  }
  closeSync(file);
  const reading = intake.end();
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  const speed = statSync(path).size / 1e6 / seconds;
  console.log(importer.name, speed.toFixed(0), (process.resourceUsage().maxRSS / 1024).toFixed(0), reading.rows);
}
