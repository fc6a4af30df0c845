import { escapeHtml } from "../../chart/figure/html.ts";
import type { OutputPage } from "../eleventy.ts";
import { markWords } from "./marks.ts";

/** What kind of text is made: a page of its own, a piece of HTML for somebody else's, or something with HTML in it at most. */
export type Form = "page" | "piece" | "xml" | "json" | "plain";

/** The form of a text by the name of its file, and by what a whole page begins with. */
export function formOf({ outputPath }: OutputPage, content: string): Form {
  const extension = /\.([a-z0-9]+)$/i.exec(outputPath || "x.html")?.[1]!.toLowerCase();
  if (extension === "html" || extension === "htm") return /<!doctype|<html[\s>]/i.test(content) ? "page" : "piece";
  if (extension === "xml" || extension === "rss" || extension === "atom") return "xml";
  return extension === "json" ? "json" : "plain";
}

/** A text other than a page, with HTML where a chart's word stands, as its language writes HTML; plain text has no charts. */
export function replaceWords(content: string, form: Form, toHtml: (word: string) => string): string {
  return content.replace(markWords, (word, offset: number) => {
    if (form === "json") return JSON.stringify(toHtml(word)).slice(1, -1);
    if (form !== "xml") return "";
    const isSection = content.lastIndexOf("<![CDATA[", offset) > content.lastIndexOf("]]>", offset);
    return isSection ? toHtml(word).replaceAll("]]>", "]]&gt;") : escapeHtml(toHtml(word));
  });
}
