import { stringify } from "yaml";
import { type Environment, softwareOf } from "../environment/environment.ts";

export interface SkeletonOptions {
  /** A UUID: the entry's id in the feed, whatever the post is called later. */
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** The dataset, where it does not have the post's own name. */
  readonly data: string | null;
  /** Charts that stand in the post: id to what they are called. */
  readonly charts: ReadonlyMap<string, string>;
  /** Descriptions of those that the dataset does not describe. */
  readonly described: Readonly<Record<string, unknown>>;
  /** Ids of the dataset's series. */
  readonly series: readonly string[];
  /** The machine on which it was measured, where that is this one. */
  readonly environment: Environment | null;
}

/** A post to be filled in: a draft, so that it is seen in `dev` only until its author takes that line out. */
export function postSkeleton(options: SkeletonOptions): string {
  const { id, title, tags, data, described } = options;
  const summary = "What was compared, and what came out, in two sentences.";
  const head = {
    title,
    summary,
    tags,
    id,
    ...(data === null ? {} : { data }),
    draft: true,
    ...(Object.keys(described).length > 0 ? { charts: described } : {}),
  };
  return `---\n${stringify(head, { lineWidth: 0 })}${benchLines(options)}---\n${sections(options)}`;
}

/** What is known of the method and, as comments, what only the author knows. No field is null: that would say "not known". */
function benchLines({ environment, series }: SkeletonOptions): string {
  if (environment === null) {
    return `# How it was measured, for readers and for the lint (docs/honesty.md):\n# bench:\n${asked}`;
  }
  const { sut, runtimes } = environment;
  const software = softwareOf(series, runtimes);
  const bench = { env: { sut, ...(Object.keys(software).length > 0 ? { software } : {}) } };
  const unknown = series.filter((id) => !Object.hasOwn(software, id)).map((id) => `${id}: {runtime: "… 1.2.3"}`);
  const found = runtimes.map(({ name, version }) => `${name} ${version}`).join(", ");
  const notes = [
    ...(unknown.length === 0 ? [] : [`software: {${unknown.join(", ")}}`]),
    ...(found === "" ? [] : [`found on this machine: ${found}`]),
    "load: {same_host: true}",
  ];
  return `${stringify({ bench }, { lineWidth: 0 })}${notes.map((note) => `    # ${note}\n`).join("")}${asked}`;
}

const asked = `#   question: "Which one answers more requests a second below 50 ms?"
#   load:
#     generator: {name: wrk2, version: "44a94c1", command: "wrk2 -c256 -d60s -R{rate} URL"}
#     model: open             # or closed, partly-open
#     latency_from: intended-start
#     connections: {count: 256, reuse: keepalive, http: "1.1", tls: false, pipelining: 1}
#     timeout_s: 8
#     warmup_s: 15
#     duration_s: 60
#     cache: warm
#     order: interleaved
#   sampling: {unit: run, runs: 10, centre: median, spread: range, outliers_removed: 0}
#   artefacts: {repo: "https://…", commit: "…", run: "make bench"}
#   measured_at: 2026-11-23
#   interest: none
`;

function sections({ charts, environment }: SkeletonOptions): string {
  const figures = [...charts].map(
    ([id, title]) => `${title}: what is to be seen here, in figures?\n\n<div id="${id}" class="flot"></div>\n`,
  );
  const places = figures.length > 0 ? figures.join("\n") : `${withoutCharts}\n`;
  const machine =
    environment === null ? "" : " The front matter has the machine; only what matters about it belongs here.";
  return `
## Question

What question does this benchmark answer, and for whom?

## Environment

Which programs, in which versions and settings, on which machine.${machine}

## Method

What one request, iteration or run is; how the load was made; how many runs of how long; what was left out and why. The
commands, so that somebody else can run them.

## Results

${places}
## Limits

What would change the result, what was not tried, and where the figures are weak.
`;
}

const withoutCharts = `Each chart of the dataset, one that answers the question first. Put the id of a chart where it shall stand:

    <div id="CHART-ID" class="flot"></div>`;
