import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import { leavesIn } from "../../site/files.ts";
import { packBrotli, textType } from "../serve/texts.ts";

/** Bytes below which a file travels in one packet anyway. */
const LEAST = 1024;

/** Files at once: what the compressing threads of a process take. */
const LANES = 4;

/** Place in gzip's header of the system that wrote it, and what stands there for none: the bytes are the same everywhere. */
const [SYSTEM, UNKNOWN] = [9, 255];

const compress = promisify(gzip);

/**
 * Writes `.br` and `.gz` beside every text file of a folder, each as small as it can be, for hosts that send files as they lie. Gives
 * the number of files that have them now.
 */
export async function compressFolder(folder: string): Promise<number> {
  const files = leavesIn(folder)
    .filter(({ entry }) => entry.isFile() && textType(entry.name) !== null)
    .map(({ path }) => join(folder, path));
  const queue = files.values();
  let count = 0;
  const lane = async (): Promise<void> => {
    for (const file of queue) if (await compressFile(file)) count++;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return count;
}

async function compressFile(file: string): Promise<boolean> {
  const content = await readFile(file);
  if (content.length < LEAST) return false;
  const [br, gz] = await Promise.all([packBrotli(content), compress(content, { level: constants.Z_BEST_COMPRESSION })]);
  gz[SYSTEM] = UNKNOWN;
  await Promise.all([writeFile(`${file}.br`, br), writeFile(`${file}.gz`, gz)]);
  return true;
}
