import { existsSync, readFileSync, statSync } from "node:fs";
import { nearest } from "../../source/nearest.ts";
import { SourceError } from "../../source/error.ts";
import { describe } from "../../source/faults.ts";
import { diagnose, type Source } from "../../source/source.ts";
import type { BenchpostOptions } from "../plugin.ts";
import { normalizePrefix } from "../site.ts";

/** The options of the plugin, decided. */
export interface Options {
  /** Folder of the datasets, as the author writes it. */
  readonly data: string;
  /** Begins and ends with a slash. */
  readonly publish: string;
  /** Null where nobody said it. */
  readonly url: string | null;
  readonly theme: "system" | "light" | "dark";
  readonly pages: boolean;
}

const names = ["data", "publish", "url", "theme", "pages"] as const satisfies readonly (keyof BenchpostOptions)[];
const themes = ["system", "light", "dark"];

/** Where Eleventy looks for its configuration, in its order. */
export const configurations: readonly string[] = [
  ".eleventy.js",
  "eleventy.config.js",
  "eleventy.config.mjs",
  "eleventy.config.cjs",
];

/** Reads what a configuration says. Throws a SourceError with all that is wrong, at its place in the configuration. */
export function readOptions(given: unknown): Options {
  const source = configuration();
  const faults = (given === null || typeof given !== "object" ? [["", given] as const] : Object.entries(given)).flatMap(
    ([name, value]) => {
      const wrong = name === "" ? ["there are no options", "Leave them out, or give { data: … }."] : judge(name, value);
      return wrong === null ? [] : [diagnose(source, offsetOf(source, name), "plugin-option", wrong[0]!, wrong[1]!)];
    },
  );
  if (faults.length > 0) throw new SourceError(faults);
  const set = given as BenchpostOptions;
  if (set.pages) {
    const other = names.find((name) => name !== "pages" && set[name] !== undefined);
    const fact = `${other} says nothing where Benchpost makes all pages`;
    const help = "Leave it out; site.json has the settings of such a site.";
    if (other) throw new SourceError([diagnose(source, offsetOf(source, other), "plugin-option", fact, help)]);
  }
  const { data = "data", publish = "/benchpost/", url, theme = "system", pages = false } = set;
  if (!pages && !statSync(data, { throwIfNoEntry: false })?.isDirectory()) {
    const help = 'Make it and put datasets into it, or say where they are: addPlugin(benchpost, { data: "…" }).';
    const fact = `there is no folder ${data} for datasets`;
    throw new SourceError([diagnose(source, offsetOf(source, "data"), "plugin-data", fact, help)]);
  }
  return { data, publish: normalizePrefix(publish), url: url ?? (process.env["SITE_URL"] || null), theme, pages };
}

/** What is wrong with an option, and the way out; null where nothing is. */
function judge(name: string, value: unknown): readonly string[] | null {
  const known = names.find((one) => one === name);
  if (known === undefined) {
    // Eleventy's own, which it hands on
    if (name === "immediate") return null;
    const meant = nearest(name, names);
    return [
      `"${name}" is no option of the plugin`,
      meant === null ? `There are ${names.join(", ")}.` : `Did you mean ${meant}?`,
    ];
  }
  if (value === undefined) return null;
  const wrong = (needed: string, help: string): readonly string[] => [
    `${name} is ${describe(value)}; ${needed} is needed`,
    help,
  ];
  if (known === "pages") return typeof value === "boolean" ? null : wrong("true or false", "Write pages: true.");
  if (known === "theme") {
    return themes.includes(value as string) ? null : wrong("a theme", 'Write "system", "light" or "dark".');
  }
  if (typeof value !== "string" || value === "") return wrong("a text", `Write ${name}: "…".`);
  if (known === "url" && !/^https?:\/\/[^/]/.test(value)) {
    return wrong("the whole address of a site", 'Write url: "https://example.org".');
  }
  if (known === "publish" && !/^\/?[A-Za-z0-9][A-Za-z0-9._/-]*$/.test(value.replace("..", "?"))) {
    return wrong("a folder of the site", 'Write publish: "/benchpost/".');
  }
  return null;
}

function configuration(): Source {
  const file = configurations.find((name) => existsSync(name)) ?? configurations[0]!;
  return { file, text: existsSync(file) ? readFileSync(file, "utf8") : "" };
}

/** Where a configuration names an option; where it names the plugin, if it does not. */
function offsetOf({ text }: Source, name: string): number {
  const call = Math.max(0, text.search(/\baddPlugin\s*\(\s*benchpost\b/));
  const at = name === "" ? -1 : text.slice(call).search(new RegExp(`\\b${name.replace(/\W/g, "\\$&")}\\b["']?\\s*:`));
  return at === -1 ? call : call + at;
}
