import type { Part, Progress } from "../site/progress.ts";
import { bar, CLEAR } from "./bar.ts";
import type { Effects } from "./effects.ts";

/** Milliseconds after which a build is a long one. */
const LONG = 1500;

export interface Shown {
  show(progress: Progress): void;
  end(): void;
}

/** A line on the terminal while a site is built that takes long; nothing where no person watches: in files, and in CI. */
export function showBuild(
  { stderr, env }: Pick<Effects, "stderr" | "env">,
  watched = process.stderr.isTTY === true,
  clock: () => number = () => performance.now(),
): Shown {
  if (!watched || isMachine(env["CI"])) return { show() {}, end() {} };
  const began = clock();
  let shown = false;
  return {
    show({ share, posts, pictures }) {
      const passed = clock() - began;
      if (passed < LONG || share === 0) return;
      shown = true;
      const left = Math.ceil((passed * (1 - share)) / share / 1000);
      stderr(`${CLEAR}${bar(share)}  ${of(posts)} posts, ${of(pictures)} pictures, ${left} s left`);
    },
    end: () => shown && stderr(CLEAR),
  };
}

/** What services for continuous integration set; people who have it at home may write 0. */
function isMachine(ci: string | undefined): boolean {
  return ci !== undefined && !["", "0", "false"].includes(ci);
}

function of({ done, all }: Part): string {
  return `${Math.min(done, all)} of ${all}`;
}
