import { claimedDataset } from "../../benchmark/claim/check.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { diagnose } from "../../source/source.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";

/** Datasets that no post names, and those that are named and of which nothing is shown, quoted or claimed. */
export function checkDatasets(project: Project): Diagnostic[] {
  const { posts, pages, datasets, figuresOf, quoted } = project;
  const known = new Set(datasets.all.map(({ dataset }) => dataset.name));
  const unnamed = datasets.unused().map((name) => {
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
  const entries = [...posts, ...pages];
  const shown = entries.flatMap((entry) => figuresOf(entry).map(({ dataset }) => dataset.name));
  const used = new Set([...shown, ...quoted, ...entries.flatMap((entry) => claimedBy(project, entry))]);
  const unshown = posts.flatMap((entry) =>
    (entry.head.data ?? [])
      .filter((name) => known.has(name) && !used.has(name))
      .map((name) => {
        const [offset = 0] = entry.fields.offsetsOf([{ path: ["data"] }]);
        const fact = `no chart shows the dataset "${name}", and no text quotes it`;
        const help = "Show it in a chart, quote a figure of it, or take its name away.";
        return diagnose(entry.source, offset, "unused-dataset", fact, help, "warning");
      }),
  );
  return [...unnamed, ...unshown];
}

function claimedBy({ datasets }: Project, entry: Entry): string[] {
  const own = datasets.of(entry).map(({ dataset }) => dataset);
  return (entry.bench?.claims ?? []).flatMap((claim) => claimedDataset(claim, own)?.name ?? []);
}
