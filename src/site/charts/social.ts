import type { Drawn } from "../../drawing/png.ts";
import { isDrawable, SOCIAL } from "../../drawing/social.ts";
import { madeFile, type SiteFile } from "../files.ts";
import type { Picture } from "../pages/view.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { absolute } from "../site.ts";
import { digestOf } from "../cache/key.ts";
import type { Figure } from "./figure.ts";
import { drawFiles } from "./drawn.ts";
import { wordsOf } from "./words.ts";

/** `/social/2026/11/23/some-slug.png`: beside the posts, where no file of an author's lies. */
function socialPath({ path }: Entry): string {
  return `/social${path.replace(/\.html$/, ".png")}`;
}

/**
 * The picture of a post that names none, as its page announces it. A title in a script that the font of the pictures lacks
 * cannot be drawn: its first chart stands for it, or nothing.
 */
export function socialPicture(project: Project, post: Entry): Picture | null {
  const { site } = project;
  const [first] = project.figuresOf(post);
  const { title } = post.head;
  if (!isDrawable(title)) {
    return first ? { url: absolute(site, first.paths.png), alt: wordsOf(first.chart).name, size: null } : null;
  }
  const shown = shownIn(project, post);
  const alt = shown ? `${title}: ${wordsOf(shown.chart).name}` : title;
  return { url: absolute(site, socialPath(post)), alt, size: SOCIAL };
}

/** The pictures of all posts that name none, at their addresses. */
export function socialFiles(project: Project): SiteFile[] {
  const { posts, site, memory } = project;
  const drawn = posts.filter(({ head }) => head.image === null && isDrawable(head.title));
  return drawn.map((post) => {
    const { title, summary } = post.head;
    return memory.keep(`social ${post.file}`, [...project.figuresOf(post), site, title, summary], () =>
      draw(project, post),
    );
  });
}

/** The first finding stands below the title; where it is too long or there is none, what the chart is about, and without a chart, the post. */
function draw(project: Project, post: Entry): SiteFile {
  const { site, memory } = project;
  const shown = shownIn(project, post);
  const first = shown ?? project.figuresOf(post)[0];
  const { title, summary } = post.head;
  const said = first ? [...first.told.all.slice(0, 1), first.chart.title] : [summary];
  const sentences = said.map((one) => drawable(one.replaceAll("≤", "at most").replaceAll("≥", "at least")));
  const words = { title, sentences: sentences.filter((one) => one !== ""), site: drawable(site.title) };
  const chart = shown?.chart ?? null;
  const sources = (): string[] => [JSON.stringify(words), chart === null ? "" : digestOf(chart)];
  const drawn = (): Promise<Drawn> => drawFiles(memory.cache, sources, () => ({ social: { ...words, chart } }));
  return { ...madeFile(socialPath(post), async () => (await drawn()).png), late: true, sources };
}

/** The first chart that has a place there: bars that lie are too high. */
function shownIn(project: Project, post: Entry): Figure | null {
  return project.figuresOf(post).find(({ chart }) => chart.orientation === "upright") ?? null;
}

function drawable(text: string): string {
  return isDrawable(text) ? text : "";
}
