import type { Prompt } from "../prompt.ts";

/** What somebody wants of a new post. */
export interface Wishes {
  readonly title: string;
  /** Files to import, or the name of a dataset; empty for neither. */
  readonly data: readonly string[];
  readonly tags: readonly string[];
  /** Whether it was measured on this machine. */
  readonly here: boolean;
}

/** Asks for them, one line each; only the title is needed. */
export async function askWishes(prompt: Prompt): Promise<Wishes> {
  try {
    let title = "";
    while (title === "") title = await prompt.ask("Title");
    const data = await prompt.ask("Files that benchmark tools wrote, or a dataset's name (none yet)");
    const tags = await prompt.ask("Tags, separated by commas");
    const here = await prompt.ask("Was it measured on this machine? y or n", "n");
    return { title, data: data.split(/\s+/).filter(Boolean), tags: listOf(tags), here: /^y/i.test(here) };
  } finally {
    prompt.close();
  }
}

/** The items of a text with commas. */
export function listOf(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}
