import type { Dataset } from "../../benchmark/dataset.ts";
import { describeSampling } from "./load.ts";

/**
 * A freshly made dataset with what the author wrote into the one before it: title, labels, units for reading, charts,
 * how it was measured. Charts are proposed only for metrics that are new. With `added`, sources of both are listed.
 */
export function keepWords(before: Dataset, fresh: Dataset, added: boolean): Dataset {
  const metrics = new Map([...fresh.metrics].map(([id, metric]) => [id, before.metrics.get(id) ?? metric]));
  const series = fresh.series.map((one) => {
    const known = before.series.find(({ id }) => id === one.id);
    return known === undefined ? one : { ...one, label: known.label, environment: known.environment };
  });
  const rank = new Map(before.series.map(({ id }, i) => [id, i]));
  const place = (id: string) => rank.get(id) ?? rank.size;
  const proposed = [...fresh.charts].filter(
    ([id, chart]) => !before.charts.has(id) && !before.metrics.has((chart as { metric: string }).metric),
  );
  const computed = JSON.stringify(pick(before.sampling, describeSampling(before.series)));
  const asMade = computed === JSON.stringify(describeSampling(before.series));
  return {
    ...fresh,
    title: before.title,
    description: before.description,
    x: { ...before.x, categories: fresh.x.categories },
    metrics: added ? new Map([...before.metrics, ...metrics]) : metrics,
    series: series.toSorted((a, b) => place(a.id) - place(b.id)),
    charts: new Map([...before.charts, ...proposed]),
    environment: added ? { ...before.environment } : { ...fresh.environment, ...before.environment },
    load: { ...fresh.load, ...before.load },
    sampling: asMade ? { ...before.sampling, ...fresh.sampling } : before.sampling,
    sources: added ? [...before.sources, ...fresh.sources] : fresh.sources,
    ...(before.license === undefined ? {} : { license: before.license }),
    publishRaw: before.publishRaw,
  };
}

function pick(from: Dataset["sampling"], like: Dataset["sampling"]): Dataset["sampling"] {
  return Object.fromEntries(Object.keys(like).map((key) => [key, from[key]]));
}
