import { isMainThread, parentPort, type Transferable, workerData } from "node:worker_threads";
import { type Drawn, drawPicture, type Picture } from "./png.ts";

/** What a thread is told to be; the file that holds this module is all of the program where it is bundled. */
export const PNG_THREAD = "benchpost-png";

export interface Task {
  readonly id: number;
  readonly picture: Picture;
}

export type Answer = { readonly id: number; readonly drawn: Drawn } | { readonly id: number; readonly fault: unknown };

if (!isMainThread && workerData === PNG_THREAD) serve();

/** Answers each task, one after the other. */
function serve(): void {
  parentPort!.on("message", ({ id, picture }: Task) => {
    try {
      const drawn = drawPicture(picture);
      const { png } = drawn;
      const moved: Transferable[] = png.buffer.byteLength === png.byteLength ? [png.buffer as ArrayBuffer] : [];
      parentPort!.postMessage({ id, drawn } satisfies Answer, moved);
    } catch (fault) {
      parentPort!.postMessage({ id, fault } satisfies Answer, []);
    }
  });
}
