import { type Diagnostic, formatDiagnostic, sortDiagnostics } from "../../source/diagnostic.ts";
import { parseJson } from "../../source/json.ts";
import { type Published, publishedText } from "../charts/published.ts";
import { checkProject } from "../check/check.ts";
import { inFeed } from "../feeds/entry.ts";
import type { SiteFile } from "../files.ts";
import { linksOut, maxData, readProjectFile } from "../project-file.ts";
import { neighboursIn, rawFolder, readProject, type Setting } from "../project.ts";
import { renderForFeed, renderForPage } from "../render.ts";
import { assertSame } from "./changing.ts";
import type { Part, ReadPart } from "./part.ts";
import type { Parts } from "./parts.ts";

/** All parts of a site: the posts, newest first, and the author's own pages with all that is wrong with the whole. */
export function joinParts({ root, site, memory, around }: Setting, all: readonly Part[], own: Parts): Parts {
  const posts = all.filter((part) => part.post !== null);
  const byFile = new Map(posts.map((part) => [part.post.file, part]));
  const byPage = new Map(posts.flatMap((part) => part.known.pages.map(({ path }) => [path, part] as const)));
  const places = new Map(
    posts.flatMap(({ known: { pages, files } }, place) =>
      [...pages, ...files].map(({ path }) => [path, place] as const),
    ),
  );
  const beside = new Map(neighboursIn(posts.map(({ post }) => post)));
  const datasets = publishedBy(root, posts, own.datasets);
  const fed = new Set(inFeed(posts.map(({ post }) => post)));
  const feedContent = (part: ReadPart): string =>
    memory.cache.text(
      "feed",
      () => [part.id],
      () => render(part, renderForFeed),
    );
  return {
    outline: { root, site, memory, ...around, posts: posts.map(({ post }) => post), pages: own.outline.pages },
    charts: posts.reduce((sum, { known }) => sum + known.charts, 0),
    hasCharts: own.hasCharts || posts.some(({ known }) => known.charts > 0),
    diagnostics: once([
      ...own.diagnostics,
      ...datasets.filter(({ open }) => open).flatMap(({ name }) => linksOut(root, rawFolder(name))),
      ...all.flatMap((part) => (part.post === null ? part.diagnostics : part.known.diagnostics)),
    ]),
    judged: posts.flatMap(({ known }) => known.judged),
    contradictions: posts.flatMap(({ known }) => known.contradictions),
    datasets,
    output() {
      const rest = own.output();
      const pages = [...posts.flatMap(({ known }) => known.pages), ...rest.pages];
      return { pages, files: [...posts.flatMap(filesOf), ...rest.files] };
    },
    searchText: ({ file }) => byFile.get(file)!.known.searchText,
    feedContent: ({ file }) => feedContent(byFile.get(file)!),
    placeOf: (path) => places.get(path) ?? Infinity,
    viewAt: (path) => byPage.get(path)?.open().views().get(path) ?? own.viewAt(path),
    contentAt(path) {
      const part = byPage.get(path);
      if (part?.post.path !== path) return part ? "" : own.contentAt(path);
      // while the post is open
      if (fed.has(part.post)) feedContent(part);
      return render(part, renderForPage);
    },
    sourcesOf(path) {
      const part = byPage.get(path);
      if (!part) return own.sourcesOf(path);
      if (part.post.path !== path) return part.sources;
      const { newer, older } = beside.get(part.post)!;
      return [part.id, JSON.stringify([newer, older].map((other) => other && [other.path, other.head.title]))];
    },
    check: (warnings, focus) => checkProject(readProject(root, site, memory), warnings, focus),
  };
}

function render(part: ReadPart, as: typeof renderForPage): string {
  const { project, post } = part.open();
  return as(project, post!);
}

function filesOf(part: ReadPart): SiteFile[] {
  const sources = (): readonly string[] => part.sources;
  return part.known.files.map(({ path, late }): SiteFile => {
    const content = (): ReturnType<Exclude<SiteFile["content"], string | Uint8Array>> => {
      const made = part.open().files().get(path)!.content;
      return typeof made === "function" ? made() : made;
    };
    return { path, content, sources, ...(late && { late }) };
  });
}

function publishedBy(root: string, posts: readonly ReadPart[], own: readonly Published[]): Published[] {
  const all = new Map(own.map((one) => [one.name, one]));
  for (const { known } of posts) {
    const digests = new Map(known.from.data);
    for (const { name, ...rest } of known.datasets) {
      const digest = digests.get(name)!;
      const content = (): string => {
        const source = { file: `data/${name}.json`, text: readProjectFile(root, `data/${name}.json`, maxData) };
        assertSame(source, digest);
        return publishedText(parseJson(source).value);
      };
      all.set(name, { name, ...rest, json: { content, sources: () => [digest!] } });
    }
  }
  return [...all.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** In reading order; what is wrong with a dataset is known of each post that shows it. */
function once(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(sortDiagnostics(diagnostics).map((one) => [formatDiagnostic(one), one])).values()];
}
