import { isMainThread, parentPort, type Transferable, workerData } from "node:worker_threads";
import { loadPng, type PngCode } from "./png.ts";

/** What a thread is told to be; the file that holds this module is all of the program where it is bundled. */
export const PNG_THREAD = "benchpost-png";

/** The first word to a thread. */
export interface Begin {
  readonly code: PngCode;
}

export interface Task {
  readonly id: number;
  readonly svg: string;
}

export type Answer =
  { readonly id: number; readonly png: Uint8Array } | { readonly id: number; readonly fault: unknown };

if (!isMainThread && workerData === PNG_THREAD) serve();

/** Answers each task, one after the other. */
function serve(): void {
  let begin: (code: PngCode) => void;
  const loaded = loadPng(new Promise((resolve) => (begin = resolve)));
  parentPort!.on("message", async (said: Begin | Task) => {
    if ("code" in said) return begin(said.code);
    const { id, svg } = said;
    try {
      const png = (await loaded)(svg);
      const moved: Transferable[] = png.buffer.byteLength === png.byteLength ? [png.buffer as ArrayBuffer] : [];
      parentPort!.postMessage({ id, png } satisfies Answer, moved);
    } catch (fault) {
      parentPort!.postMessage({ id, fault } satisfies Answer, []);
    }
  });
}
