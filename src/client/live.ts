import { findTarget, type Remark } from "./remark.ts";
import { paintNotes } from "./notes.ts";

/** In `dev` only: reloads the page after each build, and shows what is wrong with a build over the last good page. */
interface News {
  readonly build: number;
  readonly fault: string | null;
  readonly remarks: readonly Remark[];
}

/** The build that made this page. */
const shown = Number(new URL(import.meta.url).searchParams.get("build"));

new EventSource("/.benchpost/news").addEventListener("message", ({ data }: MessageEvent<string>) => {
  const { build, fault, remarks } = JSON.parse(data) as News;
  if (build !== shown) location.reload();
  else
    paintNotes(
      fault,
      remarks.map((remark) => ({ ...remark, target: findTarget(remark) })),
    );
});
