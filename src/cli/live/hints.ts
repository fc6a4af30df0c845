import { type FSWatcher, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { Snapshot } from "./snapshot.ts";

/** What the system tells about folders. Where it tells nothing, or has no more room for questions, there are no hints. */
export class Hints {
  readonly #watchers = new Map<string, FSWatcher>();
  #hinted = false;
  #wake: () => void = () => {};

  /** The signal ends every wait. */
  constructor(
    readonly project: string,
    readonly signal: AbortSignal,
  ) {
    signal.addEventListener("abort", () => this.#wake());
  }

  /** Listens to the folders of these files, and to no others. */
  follow(files: Snapshot): void {
    const folders = new Set([...files.keys()].map(dirname));
    for (const [folder, watcher] of this.#watchers) if (!folders.has(folder)) this.#drop(folder, watcher);
    for (const folder of folders) {
      if (this.#watchers.has(folder)) continue;
      try {
        const watcher = watch(join(this.project, folder), { persistent: false }, () => this.#hint());
        watcher.on("error", () => this.#drop(folder, watcher));
        this.#watchers.set(folder, watcher);
      } catch {
        // looking finds the change as well, a little later
      }
    }
  }

  /** Whether something was told since the last time. */
  take(): boolean {
    const hinted = this.#hinted;
    this.#hinted = false;
    return hinted;
  }

  /** Waits that long, or until something is told; false when the signal has fired. */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#hinted && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    return !this.signal.aborted;
  }

  close(): void {
    for (const [folder, watcher] of this.#watchers) this.#drop(folder, watcher);
  }

  #hint(): void {
    this.#hinted = true;
    this.#wake();
  }

  #drop(folder: string, watcher: FSWatcher): void {
    watcher.close();
    this.#watchers.delete(folder);
  }
}
