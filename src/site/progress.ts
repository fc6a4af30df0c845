/** How far a build is. */
export interface Progress {
  /** Of all its work, from 0 to 1. */
  readonly share: number;
  readonly posts: Part;
  readonly pictures: Part;
}

export interface Part {
  readonly done: number;
  readonly all: number;
}

/** What a build does one by one: the text of a post, any page, a picture as a file. */
export type Step = "post" | "page" | "picture";

/** How long a picture takes, in pages. */
const PICTURE = 4;

/** Milliseconds from one word of it to the next. */
const PACE = 100;

/** Counts the steps of a build and tells how far it is, now and then. */
export function countSteps(
  all: Readonly<Record<Step, number>>,
  tell: (progress: Progress) => void,
): (step: Step) => void {
  const done = { post: 0, page: 0, picture: 0 };
  const work = all.page + PICTURE * all.picture;
  let told = performance.now();
  return (step) => {
    done[step]++;
    const now = performance.now();
    if (now - told < PACE) return;
    told = now;
    const share = work === 0 ? 1 : Math.min(1, (done.page + PICTURE * done.picture) / work);
    tell({ share, posts: { done: done.post, all: all.post }, pictures: { done: done.picture, all: all.picture } });
  };
}
