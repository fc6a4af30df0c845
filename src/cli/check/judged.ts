import type { Rule } from "../../benchmark/lint/rule.ts";
import { type Diagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import type { Checked } from "../../site/check/check.ts";
import { findDiagnostics } from "../failure.ts";
import { type Rendered, render, type RenderOptions } from "../eleventy.ts";

/** What a check found, whether the project can be published or not. */
export interface Judged extends Pick<Rendered, "posts" | "charts">, Checked {
  readonly diagnostics: readonly (Diagnostic & { readonly rule?: Rule })[];
  /** A build would stop. */
  readonly stopped: boolean;
}

/** Reads and renders a project and writes nothing. What keeps it from being built is all that can be said of it then. */
export async function judge(options: Omit<RenderOptions, "output">): Promise<Judged> {
  try {
    const { posts, charts, check } = await render({ ...options, output: null });
    const { diagnostics, waived } = check();
    return { posts, charts, diagnostics: once(diagnostics), waived, stopped: false };
  } catch (error) {
    const diagnostics = findDiagnostics(error);
    if (diagnostics === null) throw error;
    return { posts: 0, charts: 0, diagnostics: once(sortDiagnostics(diagnostics)), waived: [], stopped: true };
  }
}

/** Charts of one dataset have the same faults. */
function once<D extends Diagnostic>(diagnostics: readonly D[]): D[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ file, place, code, fact }) => {
    const key = JSON.stringify([file, place, code, fact]);
    return !seen.has(key) && seen.add(key);
  });
}
