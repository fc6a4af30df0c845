import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import type { Focus } from "../../src/site/check/check.ts";
import { makeSite } from "../../src/site/make.ts";
import { readSettings } from "../../src/site/settings.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";

/** Files of a project, by their paths. */
export type Files = Readonly<Record<string, string>>;

/** What a check of a project of these files says; the facts alone. */
export async function checked(files: Files, focus?: Focus) {
  const root = mkdtempSync(join(tmpdir(), "benchpost-check-"));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    cpSync(
      join(import.meta.dirname, "project/posts/2026-09-14-a-picture-and-its-post/sign.svg"),
      join(root, "posts/sign.svg"),
    );
    const made = await makeSite(root, readSettings(null, { drafts: true }).site);
    const { diagnostics, waived } = made.check(focus);
    const said = diagnostics.map((one) => formatDiagnostic(one).split("\n")[0]!);
    return { said, help: diagnostics.map((one) => one.help), waived };
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** The Markdown of a post. */
export function post(title: string, text: string, head: Readonly<Record<string, unknown>> = {}): string {
  return `---\n${stringify({ title, summary: title, ...head })}---\n${text}\n`;
}
