import { bar, CLEAR } from "../bar.ts";
import type { Effects } from "../effects.ts";

export interface Progress {
  add(bytes: number): void;
  end(): void;
}

/** A bar on the terminal while a large file is read; nothing where no person watches. */
export function showProgress(
  file: string,
  size: number,
  { stderr }: Pick<Effects, "stderr">,
  watched = process.stderr.isTTY === true,
): Progress {
  if (!watched) return { add() {}, end() {} };
  let done = 0;
  let shown = -1;
  return {
    add(bytes) {
      done += bytes;
      const share = Math.min(1, done / size);
      const percent = Math.floor(100 * share);
      if (percent === shown) return;
      shown = percent;
      stderr(`\r${bar(share)}  ${Math.round(done / 1e6)} of ${Math.round(size / 1e6)} MB  ${file}`);
    },
    end: () => stderr(CLEAR),
  };
}
