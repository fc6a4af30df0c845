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
    const cards = loaded.map((one) => renderCard(project, post, one, loaded.length > 1));
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

function renderCard({ site }: Project, { bench }: Entry, { dataset }: Loaded, isNamed: boolean): string {
  const card = toCard(dataset, methodOf(dataset, bench), { bench, underLoad: isLoadTest({ dataset }) });
  const name = isNamed ? `${dataset.title}: ` : "";
  return [
    `<details><summary>${escapeHtml(`${name}${card.summary}`)}</summary>`,
    ...card.groups.map(renderGroup),
    renderData(dataset, (path) => href(site, path), bench?.method.artefacts ?? null),
    renderUnknown(card),
    `</details>`,
  ].join("");
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

/** Where the figures and what they were made from are, with what proves that they are the same. */
function renderData(dataset: Loaded["dataset"], to: (path: string) => string, artefacts: Artefacts | null): string {
  const json = `/data/${dataset.name}.json`;
  const figures = `<li><a href="${escapeHtml(to(json))}">${escapeHtml(`data/${dataset.name}.json`)}</a>, the figures of the charts</li>`;
  const evidence = artefacts?.data ? [fileItem(artefacts.data, null, artefacts.sha256, [])] : [];
  const files = dataset.sources.map(({ file, sha256, tool, toolVersion, warnings, assumed = [] }) => {
    const address = dataset.publishRaw && file.startsWith("raw/") ? to(`/data/${file}`) : null;
    const by = [tool, toolVersion].filter(Boolean).join(" ");
    return fileItem(`data/${file}`, address, sha256, [by, ...assumed, ...warnings]);
  });
  return `<h3>Data</h3><ul>${[figures, ...evidence, ...files].join("")}</ul>`;
}

function fileItem(file: string, address: string | null, sha256: string | null, remarks: readonly string[]): string {
  const name = escapeHtml(file);
  const link = address === null ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
  const said = remarks.filter((remark) => remark !== "").map((remark) => ` ${escapeHtml(remark.replace(/\.?$/, "."))}`);
  const sum = sha256 === null ? "" : ` <code class="sum">SHA-256 ${escapeHtml(sha256)}</code>`;
  return `<li>${link}${said.length === 0 ? "" : `:${said.join("")}`}${sum}</li>`;
}
