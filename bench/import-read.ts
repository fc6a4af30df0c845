import { closeSync, openSync, readSync, statSync } from "node:fs";
import { detect } from "../src/importers/detect.ts";
import { HEAD_BYTES, sniff } from "../src/importers/sniff.ts";

/**
 * Reads one file as `import` does, in pieces, and prints what it took as JSON. It runs in a process of its own, because the
 * peak of resident memory never falls.
 */
export interface ReadCost {
  readonly importer: string;
  readonly rows: number;
  /** Megabytes a second, by the clock and by the time of the processor: another program takes from the first only. */
  readonly speed: number;
  readonly speedOfCore: number;
  readonly peakMegabytes: number;
  /** Milliseconds to recognise the file, modules loaded. */
  readonly detection: number;
}

const path = process.argv[2]!;
const file = openSync(path, "r");
const piece = new Uint8Array(1 << 18);
const head = piece.slice(0, readSync(file, piece, 0, HEAD_BYTES, 0));
const looked = process.hrtime.bigint();
const input = sniff(path, head, false);
const importer = detect(input);
const detection = Number(process.hrtime.bigint() - looked) / 1e6;
if (!("open" in importer)) throw new Error(`${importer.name} does not stream`);

const begun = process.hrtime.bigint();
const cpu = process.cpuUsage();
const intake = importer.open(input, {});
for (let at = 0, size = 0; (size = readSync(file, piece, 0, piece.length, at)) > 0; at += size)
  intake.push(piece.subarray(0, size));
closeSync(file);
const { rows = 0 } = intake.end();
const { user, system } = process.cpuUsage(cpu);
const megabytes = statSync(path).size / 1e6;
const cost: ReadCost = {
  importer: importer.name,
  rows,
  speed: megabytes / (Number(process.hrtime.bigint() - begun) / 1e9),
  speedOfCore: megabytes / ((user + system) / 1e6),
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  detection,
};
console.log(JSON.stringify(cost));
