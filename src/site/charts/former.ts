import type { SiteFile } from "../files.ts";
import type { Project } from "../project.ts";
import type { Figure } from "./figure.ts";

/**
 * Files of charts, and the same at the addresses that they had under ids that their charts had before: pages lead readers on,
 * but no host of files leads programs.
 */
export function withFormer(project: Project, files: readonly SiteFile[]): SiteFile[] {
  const figures = [...project.posts, ...project.pages].flatMap((entry) => project.figuresOf(entry));
  const copies = figures.flatMap(({ paths, former }) => {
    const own = former.length === 0 ? [] : files.filter(({ path }) => path.startsWith(`${stemOf(paths)}.`));
    return former.flatMap((old) =>
      own.map((file) => ({ ...file, path: stemOf(old) + file.path.slice(stemOf(paths).length) })),
    );
  });
  return [...files, ...copies];
}

function stemOf({ csv }: Figure["paths"]): string {
  return csv.replace(/\.csv$/, "");
}
