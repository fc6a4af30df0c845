import type { Memory } from "./memory.ts";
import type { Listed } from "./posts/listed.ts";
import type { Surroundings } from "./posts/resolve.ts";
import type { Site } from "./site.ts";

/** All posts and pages of a project, as far as lists, feeds and links show them. */
export interface Outline extends Surroundings {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly site: Site;
  /** Newest first. */
  readonly posts: readonly Listed[];
  readonly pages: readonly Listed[];
  /** What earlier builds made of the same sources. */
  readonly memory: Memory;
}
