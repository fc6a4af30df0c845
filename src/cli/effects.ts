import { getEventListeners } from "node:events";
import { openPrompt, type Prompt } from "./prompt.ts";

/** Everything through which a command touches the world, so that a test can stand in for it. */
export interface Effects {
  /** The project's folder. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Data that a command makes. */
  stdout(text: string): void;
  /** Words for the person at the terminal. */
  stderr(text: string): void;
  now(): Date;
  /** Somebody who answers questions; null where nobody does. */
  prompt(): Prompt | null;
  /** Fires when a command that runs until it is told to stop shall stop. */
  readonly stop: AbortSignal;
}

/** The world itself. The first interrupt asks a command to stop; a second one ends the process. */
export function realEffects(): Effects {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      // a command that does not listen, such as build, ends at once; what it leaves behind is cleaned at the next start
      if (getEventListeners(stop.signal, "abort").length > 0) stop.abort();
      else process.exit(signal === "SIGINT" ? 130 : 143);
    });
  }
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    now: () => new Date(),
    prompt: openPrompt,
    stop: stop.signal,
  };
}
