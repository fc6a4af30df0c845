import { type Card, type CardGroup, type CardRow, toCard } from "../../benchmark/method/card.ts";
import { methodOf } from "../../benchmark/method/method.ts";
import { isLoadTest } from "../../benchmark/lint/facts.ts";
import { escapeHtml } from "../../chart/figure/html.ts";
import type { Loaded } from "../charts/datasets.ts";
import type { Entry } from "../posts/entry.ts";
import type { Project } from "../project.ts";
import { href } from "../site.ts";

/** The ids of the two sections, which no heading of an article may have. */
export const methodIds = { method: "method", limits: "known-limits" } as const;

/** How the benchmark of a post was done, as HTML: one card for each dataset of its charts. Empty for a post without charts of data. */
export function methodCard(project: Project, post: Entry): string {
  const shown = new Set(project.figuresOf(post).map(({ dataset }) => dataset));
  const loaded = project.datasets.of(post).filter(({ dataset }) => shown.has(dataset));
  if (loaded.length === 0) return "";
  const make = (): string => {
    const said: Said = { facts: new Set(), parts: new Map(), files: new Map() };
    const cards = loaded.map((one) => renderCard(project, post, one, loaded.length > 1, said));
    return `<section class="method" aria-labelledby="${methodIds.method}"><h2 id="${methodIds.method}">How it was measured</h2>${cards.join("")}</section>`;
  };
  return project.memory.keep(`method ${post.file}`, [post.bench, project.site, ...loaded], make);
}

/** What the author knows to be missing: the rules of honest benchmarking that were set aside, with the reasons. */
export function knownLimits(project: Project, post: Entry): string {
  if ((post.bench?.waivers.length ?? 0) === 0) return "";
  const items = project
    .lintOf(post)
    .waived.map(
      ({ rule, reason }) =>
        `<li>${escapeHtml(reason)} <small>Set aside: ${escapeHtml(rule.summary)} (${escapeHtml(rule.id)})</small></li>`,
    );
  if (items.length === 0) return "";
  return `<section class="method" aria-labelledby="${methodIds.limits}"><h2 id="${methodIds.limits}">Known limits of this benchmark</h2><ul>${items.join("")}</ul></section>`;
}

/** What the cards of a post have said so far, with the title of the dataset whose card it was. */
interface Said {
  readonly facts: Set<string>;
  /** By the HTML of a part. */
  readonly parts: Map<string, string>;
  /** By the path of a file and its check sum. */
  readonly files: Map<string, { readonly title: string; readonly remarks: readonly string[] }>;
}

function renderCard({ site }: Project, { bench }: Entry, { dataset }: Loaded, isNamed: boolean, said: Said): string {
  const card = toCard(dataset, methodOf(dataset, bench), { bench, underLoad: isLoadTest({ dataset }) });
  const repeated = new Map<string, string[]>();
  const once = (title: string, html: string): string => {
    if (html === "") return "";
    const first = said.parts.get(html);
    if (first === undefined) said.parts.set(html, dataset.title);
    else repeated.set(first, [...(repeated.get(first) ?? []), title]);
    return first === undefined ? html : "";
  };
  const groups = card.groups.map((group) => once(group.title, renderGroup(group)));
  const unknown = once("Not known", renderUnknown(card));
  return [
    `<details><summary>${escapeHtml(summaryOf(card, isNamed ? dataset.title : "", said))}</summary>`,
    ...[...repeated].map(([first, titles]) => `<p>${escapeHtml(`As with “${first}”: ${titles.join(", ")}.`)}</p>`),
    ...groups,
    renderData(dataset, (path) => href(site, path), bench?.method.artefacts ?? null, said),
    unknown,
    `</details>`,
  ].join("");
}

/** What is new in it behind its name. */
function summaryOf({ facts }: Card, name: string, said: Said): string {
  const fresh = facts.filter((fact) => !said.facts.has(fact));
  for (const fact of facts) said.facts.add(fact);
  const words = facts.length === 0 ? "Nothing of it is known." : fresh.join(", ");
  return [name, words].filter((part) => part !== "").join(": ");
}

function renderGroup({ title, rows }: CardGroup): string {
  return rows.length === 0 ? "" : `<h3>${escapeHtml(title)}</h3><dl>${rows.map(renderRow).join("")}</dl>`;
}

function renderRow({ label, text, code }: CardRow): string {
  const value = escapeHtml(text);
  return `<div><dt>${escapeHtml(label)}</dt><dd>${code ? `<code>${value}</code>` : value}</dd></div>`;
}

/** What nobody said, so that silence is not taken for care. */
function renderUnknown({ groups }: Card): string {
  const parts = groups.flatMap(({ title, unknown }) =>
    unknown.length === 0 ? [] : `${title}: ${unknown.join(", ")}.`,
  );
  return parts.length === 0 ? "" : `<h3>Not known</h3><p>${escapeHtml(parts.join(" "))}</p>`;
}

type Artefacts = NonNullable<Entry["bench"]>["method"]["artefacts"];

/**
 * Where the figures and what they were made from are, with what proves that they are the same. Files of which an earlier card says
 * all that is to be said are counted.
 */
function renderData(
  { name, title, sources, publishRaw }: Loaded["dataset"],
  to: (path: string) => string,
  artefacts: Artefacts | null,
  { files }: Said,
): string {
  const figures = `<li><a href="${escapeHtml(to(`/data/${name}.json`))}">${escapeHtml(`data/${name}.json`)}</a>, the figures of the charts</li>`;
  const repeated = new Map<string, number>();
  const item = (file: string, address: string | null, sha256: string | null, remarks: readonly string[]): string => {
    const key = `${file} ${sha256}`;
    const first = files.get(key);
    if (first !== undefined && remarks.every((remark) => first.remarks.includes(remark))) {
      if (first.title !== title) repeated.set(first.title, (repeated.get(first.title) ?? 0) + 1);
      return "";
    }
    files.set(key, { title, remarks });
    return fileItem(file, address, sha256, remarks);
  };
  const evidence = artefacts?.data ? [item(artefacts.data, null, artefacts.sha256, [])] : [];
  const own = sources.map(({ file, sha256, tool, toolVersion, warnings, assumed = [] }) => {
    const address = publishRaw && file.startsWith("raw/") ? to(`/data/${file}`) : null;
    const by = [tool, toolVersion].filter(Boolean).join(" ");
    return item(`data/${file}`, address, sha256, [by, ...assumed, ...warnings]);
  });
  const counted = [...repeated].map(
    ([first, count]) => `<li>${escapeHtml(`${count} ${count === 1 ? "file" : "files"} of “${first}”`)}</li>`,
  );
  return `<h3>Data</h3><ul>${[figures, ...evidence, ...own, ...counted].join("")}</ul>`;
}

function fileItem(file: string, address: string | null, sha256: string | null, remarks: readonly string[]): string {
  const name = escapeHtml(file);
  const link = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
  const said = remarks.filter((remark) => remark !== "").map((remark) => ` ${escapeHtml(sentence(remark))}`);
  const sum = sha256 === null ? "" : ` <code class="sum">SHA-256 ${escapeHtml(sha256)}</code>`;
  return `<li>${link}${said.length === 0 ? "" : `:${said.join("")}`}${sum}</li>`;
}

/** What an importer wrote for a terminal, as articles are set: with a stop, and the apostrophes of print within words. */
function sentence(remark: string): string {
  return remark.replace(/\.?$/, ".").replace(/(?<=\p{L})'(?=\p{L})/gu, "’");
}
