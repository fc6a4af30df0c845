import type { Figure } from "../charts/figure.ts";
import { authorOf, updatedOf } from "../feeds/entry.ts";
import { escapeDataBlock } from "../html/data-block.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { absolute, type Site } from "../site.ts";
import { licenseAddress } from "./license.ts";
import type { Picture } from "./view.ts";

/** What machines read of a post: schema.org `BlogPosting`, and a `Dataset` for each that it shows. */
export function postBlocks(project: Project, post: Entry, image: Picture | null): string[] {
  const { site } = project;
  const figures = project.figuresOf(post);
  const byDataset = groupByDataset(figures);
  const posting = {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: post.head.title,
    description: post.head.summary,
    url: absolute(site, post.path),
    mainEntityOfPage: absolute(site, post.path),
    datePublished: post.date,
    dateModified: updatedOf(post),
    author: person(authorOf(site, post)),
    inLanguage: site.language,
    keywords: post.head.tags,
    wordCount: post.article.words,
    ...(image ? { image: image.url } : {}),
    ...(byDataset.size > 0
      ? { isBasedOn: [...byDataset.values()].map(([first]) => absolute(site, first!.paths.json)) }
      : {}),
  };
  return [posting, ...[...byDataset.values()].map((own) => datasetBlock(site, post, own))].map(escapeDataBlock);
}

function groupByDataset(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) groups.set(figure.dataset.name, [...(groups.get(figure.dataset.name) ?? []), figure]);
  return groups;
}

function datasetBlock(site: Site, post: Entry, figures: readonly Figure[]): object {
  const { dataset, paths } = figures[0]!;
  const download = (path: string, format: string): object => ({
    "@type": "DataDownload",
    contentUrl: absolute(site, path),
    encodingFormat: format,
  });
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: dataset.title,
    description: dataset.description ?? `${dataset.title}. ${post.head.summary}`,
    url: absolute(site, paths.json),
    creator: person(authorOf(site, post)),
    inLanguage: site.language,
    isAccessibleForFree: true,
    ...(dataset.license === undefined ? {} : { license: licenseAddress(dataset.license) }),
    variableMeasured: [...dataset.metrics.values()].map(({ label, unit }) => ({
      "@type": "PropertyValue",
      name: label,
      unitText: unit,
    })),
    distribution: [
      download(paths.json, "application/json"),
      ...figures.map((one) => download(one.paths.csv, "text/csv")),
    ],
  };
}

function person({ name, url }: { readonly name: string; readonly url: string | null }): object {
  return { "@type": "Person", name, ...(url === null ? {} : { url }) };
}
