import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { Project } from "../project.ts";

/** Datasets that no post names, and those that are named and of which nothing is shown. */
export function checkDatasets(project: Project): Diagnostic[] {
  const { posts, pages, datasets, figuresOf } = project;
  const used = new Set(datasets.all.map(({ dataset }) => dataset.name));
  const unnamed = datasets.unused.map((name) => {
    const help = `Name it in the front matter of a post, data: ${name}, or delete it. Drafts count when they are checked.`;
    return diagnose(
      { file: `data/${name}.json`, text: "" },
      0,
      "unused-dataset",
      `no post uses the dataset "${name}"`,
      help,
      "warning",
    );
  });
  const shown = new Set([...posts, ...pages].flatMap((entry) => figuresOf(entry).map(({ dataset }) => dataset.name)));
  const unshown = posts.flatMap((entry) =>
    (entry.head.data ?? [])
      .filter((name) => used.has(name) && !shown.has(name))
      .map((name) => {
        const [offset = 0] = entry.fields.offsetsOf([{ path: ["data"] }]);
        const help = "Show it in a chart, or take its name away.";
        return diagnose(
          entry.source,
          offset,
          "unused-dataset",
          `no chart shows the dataset "${name}"`,
          help,
          "warning",
        );
      }),
  );
  return [...unnamed, ...unshown];
}
