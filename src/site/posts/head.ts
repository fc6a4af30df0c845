import { asBoolean, asFields, asList, asText, type Fields } from "../../source/fields.ts";
import { collectFaults, describe, fault, warn, type Written, wrongType, written } from "../../source/faults.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { Located } from "../../source/located.ts";
import { isDay } from "./name.ts";

/** What the front matter of a post says, decided. */
export interface Head {
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  /** UUID in lower case; the entry's id in feeds. */
  readonly id: string | null;
  /** ISO instant; null where the file name says it. */
  readonly date: string | null;
  readonly updated: string | null;
  readonly author: string | null;
  readonly draft: boolean;
  readonly image: string | null;
  /** Names of datasets; null where the slug decides. */
  readonly data: readonly string[] | null;
  /** Ids of the charts that the post describes itself. */
  readonly charts: readonly string[];
}

/** What a text says that has no front matter. */
export const emptyHead: Head = {
  title: "",
  summary: "",
  tags: [],
  id: null,
  date: null,
  updated: null,
  author: null,
  draft: false,
  image: null,
  data: null,
  charts: [],
};

const names = [
  "title",
  "summary",
  "layout",
  "tags",
  "id",
  "date",
  "updated",
  "author",
  "draft",
  "image",
  "data",
  "charts",
  "bench",
] as const;

type Name = (typeof names)[number];

/** Reads the front matter of a post, or of a page, which needs no summary. What is wrong comes with it, all at once. */
export function readHead(located: Located, kind: "post" | "page"): { readonly head: Head; readonly diagnostics: readonly Diagnostic[] } {
  const faults = collectFaults(located);
  const fields = asFields(written(located, faults), names);
  const read = <T>(name: Name, as: (at: Written) => T | null): T | null => {
    const at = fields?.get(name);
    return at ? as(at) : null;
  };
  const head: Head = {
    title: needText(fields, "title", 'Write title: "…" between the --- lines at the top.'),
    summary:
      kind === "page"
        ? (read("summary", asText) ?? "")
        : needText(fields, "summary", "Write summary: and one or two sentences; lists and feeds show them."),
    tags: read("tags", asTags) ?? [],
    id: read("id", asUuid),
    date: read("date", asInstant),
    updated: read("updated", asInstant),
    author: read("author", asText),
    draft: read("draft", asBoolean) ?? false,
    image: read("image", asText),
    data: read("data", asNames),
    charts: read("charts", asIds) ?? [],
  };
  return { head, diagnostics: faults.diagnostics() };
}

function needText(fields: Fields<Name> | null, name: Name, help: string): string {
  const at = fields?.need(name, help);
  return at ? (asText(at) ?? "") : "";
}

/** One name or a list of them, each once. */
export function asNames(at: Written): string[] | null {
  const texts = Array.isArray(at.value) ? asList(at)!.map(asText) : [asText(at)];
  return [...new Set(texts.filter((text) => text !== null).map((text) => text.trim()))];
}

function asTags(at: Written): string[] | null {
  if (typeof at.value === "string" && at.value.includes(",")) {
    const names = at.value.split(",").map((name) => name.trim());
    warn(at, "tag-list", `tags is ${describe(at.value)}, which is one tag`, `Write a list for several: [${names.join(", ")}].`);
  }
  return asNames(at);
}

export function asIds(at: Written): string[] | null {
  if (typeof at.value === "object" && !Array.isArray(at.value)) return Object.keys(at.value ?? {});
  wrongType(at, "a map of chart ids to descriptions", "Write the id, a colon, and below it, indented, metric: and the rest.");
  return null;
}

function asUuid(at: Written): string | null {
  const text = asText(at);
  if (text === null) return null;
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  fault(at, "post-id", `id is ${describe(text)}, which is no UUID`, "Let `uuidgen` make one, once; never change it afterwards.");
  return null;
}

/** A day or an instant. Days begin at midnight UTC. */
function asInstant(at: Written): string | null {
  const text = asText(at);
  if (text === null) return null;
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)))?$/.exec(text.trim()) ?? [];
  const instant = Date.parse(`${day}T${time ?? "00:00Z"}`);
  if (day !== undefined && isDay(day) && !Number.isNaN(instant)) return new Date(instant).toISOString();
  fault(at, "post-date", `${at.path.join(".")} is ${describe(text)}, which is no date`, "Write 2026-11-23, or 2026-11-23T14:05:00Z.");
  return null;
}
