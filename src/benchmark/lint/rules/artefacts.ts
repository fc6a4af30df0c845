import type { LintArticle, LintDataset } from "../article.ts";
import { declared } from "../facts.ts";
import { type Finding, rule } from "../rule.ts";
import { be, list } from "../words.ts";

export const rawData = rule({
  id: "BL30",
  name: "raw-data",
  summary: "Publish raw data with a checksum, the repository at a commit, and the command that does it again.",
  severity: "error",
  source: "ACM artifact badging v1.1, “artifacts available”; SIGPLAN checklist; dmtrKovalenko/fff#540",
  waivable: false,
  check: (article) =>
    article.datasets.flatMap((dataset) => {
      const wrong = [...checkDeclared(article, dataset), ...checkSources(article, dataset)];
      return wrong.length > 0 ? wrong : missing(article, dataset);
    }),
});

/** What would let a reader go behind the figures: raw files with checksums, or a repository; and how to do it again. */
function missing(article: LintArticle, { dataset, method }: LintDataset): Finding[] {
  const { data, sha256, repo, commit, run } = method.artefacts;
  const sealed = dataset.sources.length > 0 && dataset.sources.every((source) => source.sha256 !== null);
  const lacking = [
    ...(sealed || (data !== null && sha256 !== null) ? [] : data === null ? ["data", "sha256"] : ["sha256"]),
    ...(repo !== null && commit === null ? ["commit"] : []),
    ...(repo === null && !dataset.publishRaw ? ["repo", "commit"] : []),
    ...(run === null ? ["run"] : []),
  ];
  if (lacking.length === 0) return [];
  const fact = `readers cannot go behind the figures of "${dataset.name}": ${list(lacking.map((key) => `artefacts.${key}`))} ${be(lacking)} missing`;
  const help =
    'Write artefacts: {data: data/results.json, sha256: …, repo: "https://…", commit: …, run: "make bench"}; publish_raw in the dataset stands for the repository.';
  return [{ at: declared(article, "artefacts"), fact, help }];
}

function checkDeclared(article: LintArticle, { method }: LintDataset): Finding[] {
  const { data, sha256, repo, commit } = method.artefacts;
  const found: Finding[] = [];
  const say = (key: string, fact: string, help: string, contradiction = false): void => {
    const at = declared(article, "artefacts", key);
    found.push({ at, fact, help, contradiction });
  };
  if (repo !== null && !/^(?:https?:\/\/|ssh:\/\/|git@)[^\s/]+[/:]\S+$/.test(repo))
    say("repo", `"${repo}" is not the address of a repository`, 'Write it whole: "https://host/owner/name".');
  if (commit !== null && !/^[0-9a-f]{7,64}$/.test(commit))
    say("commit", `"${commit}" is not a commit`, "Write its hash, at least seven digits: names of branches move.");
  if (sha256 !== null && !/^[0-9a-f]{64}$/.test(sha256))
    say(
      "sha256",
      `"${sha256}" is not a SHA-256 checksum`,
      "It has 64 digits of 0-9 and a-f, as sha256sum prints them.",
    );
  else if (data !== null && sha256 !== null) {
    const actual = article.files.sha256(data);
    if (actual === null) say("data", `there is no file ${data}`, "Name the file from the project's folder.", true);
    else if (actual !== sha256)
      say("sha256", `${data} changed after its checksum was written`, `Restore the file, or write ${actual}.`, true);
  }
  return found;
}

/** The raw files that a dataset says it was made from, where they are kept. */
function checkSources({ files }: LintArticle, { dataset, located }: LintDataset): Finding[] {
  return dataset.sources.flatMap(({ file, sha256 }, index): Finding[] => {
    const actual = sha256 === null ? null : files.sha256(`data/${file}`);
    if (actual === null || actual === sha256) return [];
    const fact = `data/${file} changed after the dataset was made from it`;
    const help = "Import it again, or restore the file.";
    return [{ at: { located, path: ["sources", index, "sha256"] }, fact, help, contradiction: true }];
  });
}
