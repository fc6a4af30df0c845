import { readdirSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
import { join } from "node:path";

/** Removes a folder that nobody needs any more. If the file system will not let go of it now, the next start tries again. */
export function discard(folder: string): void {
  try {
    remove(folder);
  } catch {
    discardSlowly(folder);
  }
}

/** A site has ten thousands of files: `rmSync` asks of each what it is, and tries first whether a folder is empty. */
function remove(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) remove(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}

function discardSlowly(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // nothing depends on it
  }
}
