import { nearest } from "../../../source/nearest.ts";
import type { Path } from "../../../source/located.ts";
import type { LintArticle, LintDataset } from "../article.ts";
import { declared, isLoadTest, isStated, shownSeries } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { be, list } from "../words.ts";

const needed = {
  cpu: "cpu",
  cores: "cores",
  ram_gb: "ramGb",
  os: "os",
  kernel: "kernel",
} as const;

export const environment = rule({
  id: "BL01",
  name: "env-missing",
  summary: "Name processor, cores, memory, system, kernel, and the version of every runtime and framework.",
  severity: "error",
  source: "Hoefler & Belli 2015, rule 9; SIGPLAN checklist, “insufficient information to repeat”",
  check: (article) => [
    ...article.datasets.flatMap((dataset) => [...missing(article, dataset), ...unspoken(article, dataset)]),
    ...strangers(article),
  ],
});

/** Software of series that no dataset of the article has. */
function strangers(article: LintArticle): Finding[] {
  const known = article.datasets.flatMap(({ dataset }) => dataset.series.map(({ id }) => id));
  const named = [...(article.bench?.method.software.keys() ?? [])];
  return named
    .filter((id) => !known.includes(id))
    .map((id) => {
      const meant = nearest(id, known);
      const help = meant === null ? `Series are ${list(known.map((one) => `"${one}"`))}.` : `Did you mean "${meant}"?`;
      return { at: declared(article, "env", "software", id), fact: `there is no series "${id}"`, help };
    });
}

function missing(article: LintArticle, dataset: LintDataset): Finding[] {
  const { sut, software } = dataset.method;
  const machine = Object.entries(needed).flatMap(([written, key]) => (sut[key] === null ? `env.sut.${written}` : []));
  const series = shownSeries(article, dataset).filter(({ id, environment: own }) => {
    const of = software.get(id);
    const words = [of?.runtime, of?.framework, own["version"]];
    return !words.some((word) => typeof word === "string" && /\d/.test(word));
  });
  const named = series.map(({ id }) => `"${id}"`);
  const versions = named.length === 0 ? [] : [`the version of ${list(named)}`];
  const lacking = [...machine, ...versions];
  if (lacking.length === 0) return [];
  const example = series[0] ? `env.software: {${series[0].id}: {runtime: "node 22.9.0"}}` : 'env.sut: {kernel: "6.1"}';
  return [
    {
      at: declared(article, "env", machine.length > 0 ? "sut" : "software"),
      fact: `nobody can repeat this: ${list(lacking)} ${be(lacking)} missing`,
      help: `Write them below bench: in the front matter, or into the dataset: ${example}.`,
    },
  ];
}

/** What else changes figures: it may be unknown, but that must be said. */
function unspoken(article: LintArticle, dataset: LintDataset): Finding[] {
  const { sut, loadMachine } = dataset.method;
  const remote = isLoadTest(dataset) && loadMachine.sameHost === false;
  const asked: Path[] = ["sockets", "smt", "governor", "turbo", "host"].map((name) => ["sut", name]);
  if (sut.host === "vm") asked.push(["sut", "instance"]);
  if (remote) asked.push(["sut", "nic_gbps"], ["load", "cpu"], ["load", "cores"]);
  const silent = asked.filter((path) => !isStated(article, dataset, "env", ...path));
  if (silent.length === 0) return [];
  return [
    {
      at: declared(article, "env", "sut"),
      severity: "warning",
      fact: `nothing is said of ${list(silent.map((path) => `env.${path.join(".")}`))}`,
      help: "Write them, or null for what you do not know: readers then see that it is not known.",
    },
  ];
}
