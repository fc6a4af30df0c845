import type { Diagnostic } from "../../source/diagnostic.ts";
import { openSite, type OpenSite } from "../eleventy.ts";
import { findDiagnostics, formatAll, toFailure } from "../failure.ts";
import { summary } from "../summary.ts";

/** How a build ended. */
export interface Outcome {
  readonly good: boolean;
  /** What the terminal shows. */
  readonly text: string;
  /** What is wrong, or odd, and where. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What the worker is told when it starts. */
export interface Order {
  readonly project: string;
  readonly output: string;
  readonly pathPrefix: string;
  /** Files of the project that its author changed since the server began: what is said of honesty is said of them. */
  readonly touched: readonly string[];
}

/** Builds whenever the parent process says so, one build after the other, and answers with its outcome. */
export function answerBuilds(): void {
  let site: OpenSite | null = null;
  let last: Promise<void> = Promise.resolve();
  process.on("message", (order: Order) => {
    last = last.then(async () => {
      const outcome = await build((site ??= openSite({ ...order, drafts: true })), order.touched);
      // a parent that has just gone hears nothing, and bin/live.js ends this process
      process.send?.(outcome, undefined, undefined, () => {});
    });
  });
}

async function build(site: OpenSite, touched: readonly string[]): Promise<Outcome> {
  const began = performance.now();
  try {
    const rendered = await site.render();
    const time = `${Math.round(performance.now() - began)} ms`;
    const { diagnostics } = rendered.check({ files: touched });
    return { good: true, text: `${formatAll(diagnostics)}${summary(rendered)}, ${time}\n`, diagnostics };
  } catch (error) {
    return { good: false, text: toFailure(error, "dev").text, diagnostics: findDiagnostics(error) ?? [] };
  }
}
