import type { SiteFile } from "../files.ts";
import type { Loaded } from "./datasets.ts";

/** What is published of a dataset. */
export interface Published {
  readonly name: string;
  /** Whether what lies behind it is published, too. */
  readonly open: boolean;
  /** The files that it was made from, relative to the folder of the datasets. */
  readonly files: readonly string[];
  /** The dataset itself. */
  readonly json: Pick<SiteFile, "content" | "sources">;
}

const known = new WeakMap<Loaded, Published>();

/** The same of a dataset that is read; one for each, by which it is known again. */
export function toPublished(loaded: Loaded): Published {
  const { dataset, located } = loaded;
  const { name, publishRaw: open, sources } = dataset;
  const files = sources.map(({ file }) => file);
  const published = known.get(loaded) ?? { name, open, files, json: { content: () => publishedText(located.value) } };
  known.set(loaded, published);
  return published;
}

/** A dataset's file as it is published: without the white space that was for its author. */
export function publishedText(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
