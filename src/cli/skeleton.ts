import { stringify } from "yaml";

export interface SkeletonOptions {
  /** A UUID: the entry's id in the feed, whatever the post is called later. */
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** The dataset, where it does not have the post's own name. */
  readonly data: string | null;
}

/** A post to be filled in: a draft, so that it is seen in `dev` only until its author takes that line out. */
export function postSkeleton({ id, title, tags, data }: SkeletonOptions): string {
  const summary = "What was compared, and what came out, in two sentences.";
  const head = { title, summary, tags, id, ...(data === null ? {} : { data }), draft: true };
  return `---\n${stringify(head, { lineWidth: 0 })}---\n${sections}`;
}

const sections = `
What question does this benchmark answer, and for whom?

## What was measured

Which programs, in which versions, doing which work. What one request, iteration or run is.

## How

The machines, the load and how it was made, how many runs of how long, what was left out and why. The commands, so that
somebody else can run them.

## Results

Each chart of the dataset, one that answers the question first. Put the id of a chart where it shall stand:

    <div id="CHART-ID" class="flot"></div>

## What it does not show

What would change the result, what was not tried, and where the figures are weak.
`;
