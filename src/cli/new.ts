import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { command, Refusal, UsageError } from "./command.ts";
import { postSkeleton } from "./skeleton.ts";
import { toSlug } from "./slug.ts";

export const newPost = command({
  name: "new",
  summary: "Starts a post: front matter and the sections of an honest benchmark article",
  operands: "TITLE",
  arity: [1, 1],
  options: {
    tags: { type: "string", short: "t", value: "LIST", help: "tags, separated by commas" },
    date: { type: "string", short: "d", value: "YYYY-MM-DD", help: "day of publication (default: today)" },
    data: { type: "string", value: "NAME", help: "the dataset, data/NAME.json (default: the post's slug)" },
  },
  async run(values, [title = ""], effects) {
    const slug = toSlug(title);
    if (!slug)
      throw new UsageError(
        "the title has no letters for an address",
        "Give a title with Latin letters or digits; change it in the file.",
      );
    const date = values.date ?? localDay(effects.now());
    if (!isDay(date)) throw new UsageError(`--date ${date} is not a day`, "Write it as YYYY-MM-DD.");
    const tags = (values.tags ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean);
    const posts = join(effects.cwd, "posts");
    refuseTwin(posts, `${date}-${slug}`);
    mkdirSync(posts, { recursive: true });
    const file = join("posts", `${date}-${slug}.md`);
    const text = postSkeleton({ id: randomUUID(), title: title.trim(), tags, data: values.data ?? null });
    writeFileSync(join(effects.cwd, file), text, { flag: "wx" });
    effects.stdout(`${file}\n`);
    const dataset = `data/${values.data ?? slug}.json`;
    if (!existsSync(join(effects.cwd, dataset))) effects.stderr(`Put its figures into ${dataset}.\n`);
    return 0;
  },
});

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
