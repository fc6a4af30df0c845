import { methodOf } from "../../benchmark/method/method.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";

/** One thing that readers may narrow a search down by. */
export interface Facet {
  readonly name: "tag" | "series" | "cpu" | "software";
  readonly value: string;
}

/** Tags, measured series, and the machine and versions on which: each once. */
export function facetsOf(project: Project, post: Entry): Facet[] {
  const figures = project.figuresOf(post);
  const methods = [...new Set(figures.map(({ dataset }) => dataset))].map((one) => methodOf(one, post.bench));
  const values: Readonly<Record<Facet["name"], readonly (string | null)[]>> = {
    tag: post.head.tags,
    series: figures.flatMap(({ chart }) => chart.series.map(({ label }) => label)),
    cpu: methods.map(({ sut }) => sut.cpu),
    software: methods.flatMap(({ software }) => [...software.values()].map(({ runtime }) => runtime)),
  };
  return Object.entries(values).flatMap(([name, all]) =>
    [...new Set(all)].flatMap((value) => (value === null || value.trim() === "" ? [] : ({ name, value } as Facet))),
  );
}
