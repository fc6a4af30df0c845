import type { Found } from "../../benchmark/lint/lint.ts";
import { type Diagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { pictureSizes } from "../pictures.ts";
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

/** The warnings of a build, the rules of honest benchmarking, and what no build needs to know. */
export function checkProject(project: Project, warnings: readonly Diagnostic[]): Checked {
  const { posts, pages, memory, lintOf } = project;
  const found = posts.flatMap((post) => lintOf(post).found());
  const pictures = [...posts, ...pages].flatMap((entry) => {
    const sizes = pictureSizes(project, entry);
    return memory.keep(`pictures ${entry.file}`, [entry, JSON.stringify([...sizes])], () =>
      checkPictures(entry, sizes),
    );
  });
  const diagnostics = [
    ...withoutCovered(warnings, found),
    ...found,
    ...pictures,
    ...checkTags(posts),
    ...checkDatasets(project),
  ];
  const waived = posts.flatMap((post) =>
    lintOf(post).waived.map(({ rule, reason }) => ({ file: post.file, rule: rule.id, reason })),
  );
  return { diagnostics: sortDiagnostics(diagnostics), waived };
}

/** Warnings of which a rule says the same, with its reason. */
export function withoutCovered(warnings: readonly Diagnostic[], found: readonly Found[]): Diagnostic[] {
  const covered = new Set(found.flatMap(({ file, rule }) => rule.covers.map((code) => `${file} ${code}`)));
  return warnings.filter(({ file, code }) => !covered.has(`${file} ${code}`));
}
