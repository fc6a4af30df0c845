import type { Element, Root } from "hast";
import { escapeHtml } from "../../../chart/figure/html.ts";
import type { Tag } from "../../html/tags.ts";
import { schema } from "./schema.ts";

/** Cleans what authors write as HTML, where a site has many of them. */
export interface Sanitiser {
  /** HTML with nothing in it but what the schema allows. */
  clean(html: string): string;
  /** Whether an element may stand; its content is another matter. */
  allows(name: string): boolean;
  /** Whether an element goes with all that it holds. */
  empties(name: string): boolean;
  /** What an attribute of an allowed element loses: all of it, single classes, or nothing. */
  loses(name: string, attribute: Tag["attributes"][number]): "all" | readonly string[];
}

/** Loads what cleans: a parser that reads HTML as browsers do, and a list of what may stay. Other sites need none of it. */
export async function loadSanitiser(): Promise<Sanitiser> {
  const [{ fromHtml }, { sanitize }, { toHtml }] = await Promise.all([
    import("hast-util-from-html"),
    import("hast-util-sanitize"),
    import("hast-util-to-html"),
  ]);
  const parse = (html: string): Root => fromHtml(html, { fragment: true });
  const allowed = new Set(schema.tagNames);
  const emptied = new Set(schema.strip);
  const alone = { ...schema, ancestors: {} };

  /** A tag read in a place where any element may stand: cells need no table there. */
  function elementOf(html: string): Element | null {
    const [template] = parse(`<template>${html}</template>`).children;
    const [first] = template?.type === "element" ? (template.content?.children ?? []) : [];
    return first?.type === "element" ? first : null;
  }

  return {
    clean: (html) => toHtml(sanitize(parse(html), schema) as Root),
    allows: (name) => allowed.has(name),
    empties: (name) => emptied.has(name),
    loses(name, attribute) {
      const element = elementOf(`<${name} ${attribute.name}="${escapeHtml(attribute.value)}">`);
      const kept = element && (sanitize({ ...element, children: [] }, alone) as Element);
      if (!element || !kept || Object.keys(kept.properties).length < Object.keys(element.properties).length)
        return "all";
      const names = ({ properties }: Element): string[] =>
        Array.isArray(properties["className"]) ? properties["className"].map(String) : [];
      const left = new Set(names(kept));
      return names(element).filter((one) => !left.has(one));
    },
  };
}
