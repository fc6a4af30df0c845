import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../site/root.ts";
import type { Order, Outcome } from "./worker.ts";

/** Null where the process was ended before its build was. */
type Answer = Outcome | null;

/** A build that takes longer than this, and than five times the longest before it, hangs. */
const patience = 60_000;

/**
 * Builds a project in a process of its own, which keeps in mind what it made and is therefore quick. It is started anew when
 * code has changed, because a process reads code once; nothing that goes wrong there, not even a crash, ends the server.
 */
export class Builder {
  #worker: ChildProcess | null = null;
  #answer: ((outcome: Answer) => void) | null = null;
  #running: Promise<Answer> | null = null;
  #next: Promise<Answer> | null = null;
  #began = 0;
  #longest = 0;
  readonly #touched = new Set<string>();

  #order: Omit<Order, "touched">;

  constructor(
    order: Omit<Order, "touched">,
    readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    this.#order = order;
  }

  /** Builds after these paths of the project have changed; calls during a build share the one after it. */
  build(changed: readonly string[]): Promise<Answer> {
    for (const path of changed) this.#touched.add(path);
    if (changed.some(isCode) || this.#hangs()) this.stop();
    if (this.#running === null) return this.#start();
    return (this.#next ??= this.#running.then(() => {
      this.#next = null;
      return this.#running ?? this.#start();
    }));
  }

  /** Builds from now on for another path of the host, which a process knows from its start on. */
  move(pathPrefix: string): void {
    this.stop();
    this.#order = { ...this.#order, pathPrefix };
  }

  /** Ends the process and with it the build that runs. */
  stop(): void {
    this.#worker?.kill("SIGKILL");
    this.#worker = null;
    this.#answer?.(null);
  }

  #start(): Promise<Answer> {
    this.#began = performance.now();
    const worker = (this.#worker ??= this.#spawn());
    this.#running = new Promise<Answer>((resolve) => {
      this.#answer = (outcome) => {
        this.#answer = null;
        this.#running = null;
        if (outcome?.good) this.#longest = Math.max(this.#longest, performance.now() - this.#began);
        resolve(outcome);
      };
    });
    const running = this.#running;
    // one that has ended and cannot hear it says so when it is closed
    worker.send({ ...this.#order, touched: [...this.#touched] } satisfies Order, () => {});
    return running;
  }

  #spawn(): ChildProcess {
    const child = fork(join(packageRoot, "bin", "live.js"), [], {
      cwd: this.#order.project,
      execArgv: [],
      env: { ...this.env, BENCHPOST_LIVE: "1" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream!.setEncoding("utf8").on("data", (some: string) => (said = (said + some).slice(-10_000)));
    }
    child.on("message", (outcome: Outcome) => {
      if (this.#worker !== child) return;
      // an author's mistake is nothing to a build; of anything else nobody knows what it left behind
      if (!outcome.good && outcome.diagnostics.length === 0) {
        this.#worker = null;
        child.kill("SIGKILL");
      }
      this.#answer?.({ ...outcome, text: said + outcome.text });
      said = "";
    });
    child.on("error", (error) => (said += `${error.message}\n`));
    child.on("close", (code, signal) => {
      if (this.#worker !== child) return;
      this.#worker = null;
      const silent = `The build was ended by ${signal ?? `exit code ${code}`}; the next save starts another one.\n`;
      this.#answer?.({ good: false, text: said || silent, diagnostics: [] });
    });
    return child;
  }

  #hangs(): boolean {
    return this.#running !== null && performance.now() - this.#began > Math.max(patience, 5 * this.#longest);
  }
}

/** Everything in a project but its texts and what lies beside them is code. */
function isCode(path: string): boolean {
  return !/^(?:posts|pages|docs|data|assets)\/|^site\.json$/.test(path);
}
