import type { Found } from "../../benchmark/lint/lint.ts";
import { type Diagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { pictureSizes } from "../pictures.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { checkPictures } from "./pictures.ts";
import { checkTags } from "./tags.ts";
import { checkDatasets } from "./datasets.ts";

/** Everything that can be said about a project that may be published. */
export interface Checked {
  /** In reading order; those of rules know their rule. */
  readonly diagnostics: readonly (Diagnostic | Found)[];
  readonly waived: readonly WaivedRule[];
}

/** A rule that the author of a post set aside. */
export interface WaivedRule {
  readonly file: string;
  /** Id of the rule. */
  readonly rule: string;
  readonly reason: string;
}

/** What an author works on: drafts, and all that is made from these files. Paths are relative to the project. */
export interface Focus {
  readonly files: readonly string[];
}

/**
 * The warnings of a build, the rules of honest benchmarking, and what no build needs to know. With a focus only of what its
 * author works on, as a site of a thousand old posts has ten thousand things to say.
 */
export function checkProject(project: Project, warnings: readonly Diagnostic[], focus: Focus | null): Checked {
  const { memory, lintOf } = project;
  const isWanted = (entry: Entry): boolean =>
    focus === null || entry.head.draft || filesOf(project, entry).some((file) => focus.files.includes(file));
  const posts = project.posts.filter(isWanted);
  const found = posts.flatMap((post) => lintOf(post).found());
  const pictures = [...posts, ...project.pages.filter(isWanted)].flatMap((entry) => {
    const sizes = pictureSizes(project, entry);
    return memory.keep(`pictures ${entry.file}`, [entry, JSON.stringify([...sizes])], () =>
      checkPictures(entry, sizes),
    );
  });
  const whole = focus === null ? [...checkTags(posts), ...checkDatasets(project)] : [];
  const diagnostics = [...withoutCovered(warnings, found), ...found, ...pictures, ...whole];
  const waived = posts.flatMap((post) =>
    lintOf(post).waived.map(({ rule, reason }) => ({ file: post.file, rule: rule.id, reason })),
  );
  return { diagnostics: sortDiagnostics(diagnostics), waived };
}

/** What the page of an entry is made from. */
function filesOf({ datasets }: Project, entry: Entry): string[] {
  return [entry.file, ...datasets.of(entry).map(({ located }) => located.source.file)];
}

/** What a rule found, as far as it tells what need not be said beside it. */
export interface Covering extends Diagnostic {
  readonly rule: Pick<Found["rule"], "covers">;
}

/** Warnings of which a rule says the same, with its reason. */
export function withoutCovered(warnings: readonly Diagnostic[], found: readonly Covering[]): Diagnostic[] {
  const covered = new Set(found.flatMap(({ file, rule }) => rule.covers.map((code) => `${file} ${code}`)));
  return warnings.filter(({ file, code }) => !covered.has(`${file} ${code}`));
}
