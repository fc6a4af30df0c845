import type { Rendered } from "./eleventy.ts";

/** `12 posts, 30 charts`. */
export function summary({ posts, charts }: Rendered): string {
  return `${counted(posts, "post")}, ${counted(charts, "chart")}`;
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
