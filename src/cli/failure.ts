import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../source/diagnostic.ts";
import { Refusal } from "./command.ts";
import { inSources } from "./stack.ts";
import { version } from "./version.ts";

export interface Failure {
  readonly exitCode: 1 | 2 | 70;
  readonly text: string;
}

/** What a person is told about an error, and with which exit code: 1 theirs, 2 wrong usage, 70 our bug. */
export function toFailure(error: unknown, commandName: string | null): Failure {
  const said = commandName === null ? "benchpost" : `benchpost ${commandName}`;
  if (error instanceof Refusal) {
    return { exitCode: error.exitCode, text: `${said}: ${error.message}\n  ${error.help}\n` };
  }
  const diagnostics = findDiagnostics(error);
  if (diagnostics) {
    return { exitCode: 1, text: formatAll(diagnostics) };
  }
  const fault = systemFault(error);
  if (fault) return { exitCode: 1, text: `${said}: ${fault}\n` };
  const layout = missingLayout(error);
  if (layout !== null) return { exitCode: 1, text: `${said}: there is no layout "${layout}"\n  ${relaid}\n` };
  return { exitCode: 70, text: uncompiled(error) ?? bug(error, said) };
}

/** Each diagnostic once, in the order in which a person mends them. */
export function formatAll(diagnostics: readonly Diagnostic[]): string {
  const texts = new Set(sortDiagnostics(diagnostics).map(formatDiagnostic));
  return [...texts].map((text) => `${text}\n`).join("");
}

/**
 * The diagnostics of the SourceError that an error is or wraps, null where there is none. Told by its shape: the site is
 * bundled apart from the commands and brings a class of its own.
 */
export function findDiagnostics(error: unknown): readonly Diagnostic[] | null {
  for (const each of chain(error)) {
    if (each.name === "SourceError" && "diagnostics" in each) return each.diagnostics as readonly Diagnostic[];
  }
  return null;
}

/** An error and what it says it came from; Eleventy says `originalError`. */
function* chain(error: unknown): Generator<Error> {
  const seen = new Set<unknown>();
  let each = error;
  while (each instanceof Error && !seen.has(each)) {
    seen.add(each);
    yield each;
    each = "originalError" in each && each.originalError ? each.originalError : each.cause;
  }
}

const faults: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "no space left on the device",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many open files",
  EBUSY: "in use, or the root of a mounted file system",
  EXDEV: "on another file system",
  EADDRINUSE: "the port is in use; choose another with --port",
};

/** Where the author's files are: one that is listed and not there is no bug. */
const authored = /[\\/](?:posts|pages|data|docs|assets)[\\/]/;

const vanished = "gone while it was read, or a link to nothing";

/** What the machine refused, which is nobody's bug; null for anything else. */
function systemFault(error: unknown): string | null {
  for (const each of chain(error)) {
    const { code, path } = each as NodeJS.ErrnoException;
    const words = code === "ENOENT" && authored.test(path ?? "") ? vanished : code && faults[code];
    if (words) return path ? `${path}: ${words}` : words;
  }
  return null;
}

const relaid =
  "Put it back into the folder that the configuration names, or take Benchpost's: layoutsFrom in docs/plugin.md.";

/** A layout that the folder of an author's own does not have, as Nunjucks says it; null for anything else. */
function missingLayout(error: unknown): string | null {
  for (const { message } of chain(error)) {
    const [, name] = /template not found: (.+)$/m.exec(message) ?? [];
    if (name !== undefined) return name;
  }
  return null;
}

/** TypeScript that esbuild does not accept: its message says where, and its stack nothing. */
function uncompiled(error: unknown): string | null {
  for (const each of chain(error)) if ("errors" in each && "warnings" in each) return `${each.message}\n`;
  return null;
}

function bug(error: unknown, said: string): string {
  const details = [...chain(error)].map((each) => each.stack || each.message).join("\ncaused by: ") || String(error);
  return (
    `${inSources(details)}\n\nThis is a bug in Benchpost ${version()}, not a mistake of yours. Please report it with the lines above, the output\n` +
    `of node --version (${process.version}), and the smallest post and dataset with which "${said}" does it.\n`
  );
}
