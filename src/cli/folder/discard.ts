import { rmSync } from "node:fs";

/** Removes a folder that nobody needs any more. If the file system will not let go of it now, the next start tries again. */
export function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // nothing depends on it
  }
}
