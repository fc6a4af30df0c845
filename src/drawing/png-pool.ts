import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Drawn, drawPicture, type Picture } from "./png.ts";
import { type Answer, PNG_THREAD, type Task } from "./png-thread.ts";

/** So many tasks must wait, beside those that threads have, before another one is started: it would be late for fewer. */
const LEAST = 8;

/** Each thread needs some 60 MB. */
const MOST = Math.min(8, availableParallelism());

/** Tasks that a thread has at once: the next one is there when one is done. */
const AHEAD = 2;

interface Waiting {
  readonly picture: Picture;
  readonly resolve: (drawn: Drawn) => void;
  readonly reject: (fault: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly tasks: Map<number, Waiting>;
}

/** Draws files of pictures: here while there is little to do, and on threads of their own where there is more. */
export interface PngPool {
  draw(picture: Picture): Promise<Drawn>;
}

/** `least` are the waiting tasks that bring a thread, `most` the threads; a pool without threads draws here. */
export function createPngPool({ least = LEAST, most = MOST } = {}): PngPool {
  const waiting: Waiting[] = [];
  const threads = new Set<Thread>();
  let lastId = 0;
  let usable = most > 1;
  let drawing = false;

  function share(): void {
    if (usable && threads.size < most && waiting.length >= least) start();
    for (const { worker, tasks } of threads) {
      while (tasks.size < AHEAD && waiting.length > 0) {
        const task = waiting.shift()!;
        tasks.set(++lastId, task);
        worker.ref();
        worker.postMessage({ id: lastId, picture: task.picture } satisfies Task, []);
      }
    }
    if (threads.size === 0 && !drawing) void drawHere();
  }

  async function drawHere(): Promise<void> {
    drawing = true;
    // whoever asks for one picture may ask for many: then threads draw them
    await new Promise(setImmediate);
    while (threads.size === 0 && waiting.length > 0) {
      const { picture, resolve, reject } = waiting.shift()!;
      try {
        resolve(drawPicture(picture));
      } catch (fault) {
        reject(fault);
      }
      await new Promise(setImmediate);
    }
    drawing = false;
  }

  function start(): void {
    const worker = new Worker(new URL(import.meta.url), { workerData: PNG_THREAD });
    const thread: Thread = { worker, tasks: new Map() };
    // a system that gives no threads, or no memory for them: what they had to do is done by what there is
    const lose = (): void => {
      usable = false;
      threads.delete(thread);
      waiting.unshift(...thread.tasks.values());
      thread.tasks.clear();
      share();
    };
    worker.on("error", lose);
    worker.on("exit", lose);
    worker.on("message", (answer: Answer) => {
      const task = thread.tasks.get(answer.id)!;
      thread.tasks.delete(answer.id);
      if ("drawn" in answer) task.resolve(answer.drawn);
      else task.reject(answer.fault);
      share();
      // a process may end while a thread has nothing to do
      if (thread.tasks.size === 0) worker.unref();
    });
    threads.add(thread);
  }

  return {
    draw: (picture) =>
      new Promise((resolve, reject) => {
        waiting.push({ picture, resolve, reject });
        share();
      }),
  };
}
