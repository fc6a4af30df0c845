import { isMainThread, parentPort, type Transferable, workerData } from "node:worker_threads";
import { drawPng, type Picture } from "./png.ts";

/** What a thread is told to be; the file that holds this module is all of the program where it is bundled. */
export const PNG_THREAD = "benchpost-png";

export interface Task {
  readonly id: number;
  readonly picture: Picture;
}

export type Answer =
  { readonly id: number; readonly png: Uint8Array } | { readonly id: number; readonly fault: unknown };

if (!isMainThread && workerData === PNG_THREAD) serve();

/** Answers each task, one after the other. */
function serve(): void {
  parentPort!.on("message", ({ id, picture }: Task) => {
    try {
      const png = drawPng(picture);
      const moved: Transferable[] = png.buffer.byteLength === png.byteLength ? [png.buffer as ArrayBuffer] : [];
      parentPort!.postMessage({ id, png } satisfies Answer, moved);
    } catch (fault) {
      parentPort!.postMessage({ id, fault } satisfies Answer, []);
    }
  });
}
