import { isMainThread, parentPort, type Transferable, Worker, workerData } from "node:worker_threads";

interface Task<In> {
  readonly thread: string;
  readonly input: In;
}

type Answer<Out> = { readonly output: Out } | { readonly fault: unknown };

/** Work that a module does, on a thread of its own where it is asked to. */
export interface Work<In, Out> {
  /**
   * Begins beside what this thread does; the answer is there, or the fault thrown, when it is asked for. A process in which nobody asks need not
   * wait for the thread.
   */
  beside(input: In): () => Promise<Out>;
}

/**
 * Work of the module at a URL, under a name that no other has. The module is what threads load, so that it should be loaded by
 * itself: where the program is bundled, that makes it a file of its own. Where the system gives no thread, the work is done here.
 */
export function workOf<In, Out>(url: string, name: string, work: (input: In) => Out | Promise<Out>): Work<In, Out> {
  if (!isMainThread && (workerData as Partial<Task<In>> | null)?.thread === name) void serve(work);
  return {
    beside(input) {
      const worker = new Worker(new URL(url), { workerData: { thread: name, input } satisfies Task<In> });
      worker.unref();
      const answer = new Promise<Out>((resolve, reject) => {
        const lose = (): void => {
          worker.removeAllListeners();
          Promise.resolve(input).then(work).then(resolve, reject);
        };
        worker.once("error", lose);
        worker.once("exit", lose);
        worker.once("message", (told: Answer<Out>) => {
          worker.removeAllListeners();
          if ("output" in told) resolve(told.output);
          else reject(told.fault as Error);
        });
      });
      // it is told to whoever asks
      answer.catch(() => {});
      return () => {
        worker.ref();
        return answer;
      };
    },
  };
}

async function serve<In, Out>(work: (input: In) => Out | Promise<Out>): Promise<void> {
  const answer = (told: Answer<Out>, moved: Transferable[] = []): void => parentPort!.postMessage(told, moved);
  try {
    const output = await work((workerData as Task<In>).input);
    const isWhole = output instanceof Uint8Array && output.byteLength === output.buffer.byteLength;
    answer({ output }, isWhole ? [output.buffer as ArrayBuffer] : []);
  } catch (fault) {
    answer({ fault });
  }
}
