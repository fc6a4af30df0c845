import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.ts";
import { command, Refusal, UsageError } from "./command.ts";
import type { Effects } from "./effects.ts";
import { describeEnvironment } from "./environment/environment.ts";
import { chartsOf, dataOf } from "./new/data.ts";
import { askWishes, listOf, type Wishes } from "./new/wishes.ts";
import { postSkeleton } from "./new/skeleton.ts";
import { toSlug } from "./slug.ts";

export const newPost = command({
  name: "new",
  summary: "Starts a post: front matter and the sections of an honest benchmark article",
  operands: "TITLE",
  arity: [0, Infinity],
  options: {
    data: {
      type: "string",
      value: "FILE…|NAME",
      multiple: true,
      help: "what tools wrote, to be imported; or the dataset data/NAME.json (default: the post's slug)",
    },
    tags: { type: "string", short: "t", value: "LIST", help: "tags, separated by commas" },
    here: { type: "boolean", help: "it was measured here: describe this machine, without anybody's name" },
    date: { type: "string", short: "d", value: "YYYY-MM-DD", help: "day of publication (default: today)" },
    build: { type: "boolean", help: "make the site with it, drafts included" },
  },
  async run(values, operands, effects) {
    const wishes = await wishesOf(values, operands, effects);
    const slug = toSlug(wishes.title);
    if (!slug)
      throw new UsageError(
        "the title has no letters for an address",
        "Give a title with Latin letters or digits; change it in the file.",
      );
    const date = values.date ?? localDay(effects.now());
    if (!isDay(date)) throw new UsageError(`--date ${date} is not a day`, "Write it as YYYY-MM-DD.");
    const posts = join(effects.cwd, "posts");
    refuseTwin(posts, `${date}-${slug}`);
    const data = await dataOf(wishes.data, slug, effects);
    const text = postSkeleton({
      id: randomUUID(),
      title: wishes.title,
      tags: wishes.tags,
      data: data.name === slug ? null : data.name,
      ...chartsOf(data),
      series: data.dataset?.series.map(({ id }) => id) ?? [],
      environment: wishes.here ? await describeEnvironment() : null,
    });
    mkdirSync(posts, { recursive: true });
    const file = join("posts", `${date}-${slug}.md`);
    writeFileSync(join(effects.cwd, file), text, { flag: "wx" });
    effects.stdout(`${file}\n`);
    if (data.dataset === null) effects.stderr(`Put its figures into data/${data.name}.json.\n`);
    return values.build ? build.run({ drafts: true }, [], effects) : 0;
  },
});

/** Asked for at a terminal when nothing was said; else what stands in the command. */
async function wishesOf(
  {
    data,
    tags = "",
    here,
  }: { readonly data: string | undefined; readonly tags: string | undefined; readonly here: true | undefined },
  [title, ...files]: readonly string[],
  effects: Effects,
): Promise<Wishes> {
  if (title === undefined) {
    const prompt = data === undefined ? effects.prompt() : null;
    if (prompt === null) throw new UsageError("TITLE is missing", 'Give it first: benchpost new "Queues compared" …');
    return askWishes(prompt);
  }
  if (files.length > 0 && data === undefined)
    throw new UsageError(
      `unexpected argument ${JSON.stringify(files[0])}`,
      "Put the title into quotes, and --data before files.",
    );
  const named = [...(data?.split("\n") ?? []), ...files];
  if (existsSync(join(effects.cwd, title)) && files.length > 0)
    throw new UsageError(
      `the title is missing before ${title}`,
      'Write the title first: benchpost new "…" --data FILES.',
    );
  return { title: title.trim(), data: named, tags: listOf(tags), here: here ?? false };
}
/** A post is a file or a folder; both would be published at the same address. */
function refuseTwin(posts: string, name: string): void {
  const twin = existsSync(posts)
    ? readdirSync(posts).find((entry) => entry === name || entry === `${name}.md`)
    : undefined;
  if (twin) throw new Refusal(`posts/${twin} exists already`, "Choose another title or --date.");
}

/** The day at the author's desk. */
function localDay(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
