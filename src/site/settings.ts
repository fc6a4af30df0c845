import { readLintSettings } from "../benchmark/lint/settings.ts";
import { asBoolean, asFields, asList, asNumber, asText } from "../source/fields.ts";
import { collectFaults, fault, type Written, written } from "../source/faults.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Located } from "../source/located.ts";
import { parseJson } from "../source/json.ts";
import type { Source } from "../source/source.ts";
import { normalizePrefix, type Site } from "./site.ts";

/** What surrounds the project and wins over `site.json`. */
export interface Surroundings {
  /** `SITE_URL`: where the site will be published. */
  readonly url?: string | undefined;
  /** `PATH_PREFIX` or `--pathprefix`. */
  readonly pathPrefix?: string | undefined;
  readonly drafts?: boolean;
}

const names = [
  "title",
  "description",
  "url",
  "language",
  "author",
  "perPage",
  "docs",
  "html",
  "search",
  "lint",
] as const;

/** Where a site lives that does not say so: on the machine of its author. */
const nowhere = "http://localhost:8080";

/** Reads `site.json` (null where there is none). Throws a SourceError when it is no JSON; other faults come with the result. */
export function readSettings(
  source: Source | null,
  { url, pathPrefix, drafts = false }: Surroundings = {},
): { readonly site: Site; readonly diagnostics: readonly Diagnostic[] } {
  const located: Located = source
    ? parseJson(source)
    : { source: nothing, value: {}, offsetsOf: (all) => all.map(() => 0) };
  const faults = collectFaults(located);
  const fields = asFields(written(located, faults), names);
  const text = (name: (typeof names)[number]): string | null => {
    const field = fields?.get(name);
    return field ? asText(field) : null;
  };
  const address = asAddress(url) ?? asAddress(text("url"));
  const given = url ?? text("url");
  if (address === null) {
    const help = 'Write "url": "https://example.org" into site.json, or set SITE_URL. Feeds need whole addresses.';
    const fact =
      given === null ? "the site's address is not known" : `${JSON.stringify(given)} is not the address of a site`;
    faults.add(given === null ? "warning" : "error", { path: ["url"] }, "site-url", fact, help);
  }
  const author = fields?.get("author");
  const search = fields?.get("search");
  const site: Site = {
    title: text("title") ?? "Benchmarks",
    description: text("description") ?? "",
    origin: address?.origin ?? nowhere,
    prefix: normalizePrefix(pathPrefix && pathPrefix !== "/" ? pathPrefix : (address?.pathname ?? "/")),
    language: readLanguage(fields?.get("language") ?? null),
    author: author ? readAuthor(author) : { name: text("title") ?? "Benchmarks", url: null },
    perPage: readPerPage(fields?.get("perPage") ?? null),
    docs: readDocs(fields?.get("docs") ?? null),
    drafts,
    html: readHtml(fields?.get("html") ?? null),
    search: (search && asBoolean(search)) ?? true,
    lint: readLintSettings(fields?.get("lint") ?? null),
  };
  return { site, diagnostics: faults.diagnostics() };
}

const nothing: Source = { file: "site.json", text: "" };

function asAddress(url: string | null | undefined): URL | null {
  if (url === null || url === undefined || !URL.canParse(url)) return null;
  const address = new URL(url);
  return /^https?:$/.test(address.protocol) ? address : null;
}

/** A name alone, or a map of name and address. */
function readAuthor(at: Written): Site["author"] {
  if (typeof at.value === "string") return { name: asText(at) ?? "", url: null };
  const fields = asFields(at, ["name", "url"]);
  const name = fields?.need("name", 'Write "author": {"name": "…"}.');
  const url = fields?.get("url");
  return { name: (name ? asText(name) : null) ?? "", url: url ? asText(url) : null };
}

/** A tag of BCP 47, in its canonical form. */
function readLanguage(at: Written | null): string {
  const text = at && asText(at);
  if (at === null || text === null) return "en";
  try {
    return new Intl.Locale(text).toString();
  } catch {
    fault(
      at,
      "unknown-value",
      `${JSON.stringify(text)} is not the tag of a language`,
      'Write it like "en", "de" or "pt-BR".',
    );
    return "en";
  }
}

function readPerPage(at: Written | null): number {
  if (at === null) return 10;
  const number = asNumber(at);
  if (number === null || (Number.isInteger(number) && number >= 1)) return number ?? 10;
  fault(
    at,
    "unknown-value",
    `perPage is the number ${number}`,
    "Write how many posts stand on a page: a whole number from 1.",
  );
  return 10;
}

function readHtml(at: Written | null): Site["html"] {
  const text = at === null ? "all" : asText(at);
  if (at === null || text === null) return "all";
  if (text === "all" || text === "sanitised") return text;
  const help = 'Write "sanitised" to show only text, tables and pictures of it, or "all".';
  fault(at, "unknown-value", `${JSON.stringify(text)} is nothing that can be done with HTML`, help);
  return "all";
}

/** Names of documents, each once. */
function readDocs(at: Written | null): string[] {
  const names = ((at && asList(at)) ?? []).flatMap((item) => {
    const name = asText(item);
    if (name === null || /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) return name ?? [];
    fault(
      item,
      "unknown-value",
      `${JSON.stringify(name)} is not the name of a document`,
      'Write "data" for docs/data.md.',
    );
    return [];
  });
  return [...new Set(names)];
}
