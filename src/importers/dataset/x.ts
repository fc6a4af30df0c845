import { nearest } from "../../source/nearest.ts";
import type { XCandidate } from "../reading.ts";
import { readName } from "./file-name.ts";
import type { Found, Notes } from "./input.ts";
import { failOption, isPattern, parsePattern } from "./pattern.ts";
import { sentence, vocabulary } from "./quantity-names.ts";

/** What the figures are drawn over. */
export interface Axis {
  readonly name: string;
  /** Null for categories. */
  readonly unit: string | null;
  readonly kind: "number" | "category" | "time";
  /** The x of a point; null for a category that the series' naming has to give. */
  readonly of: (found: Found) => number | string | null;
}

/**
 * Decides x: what the author said; else a quantity that the content has at all points, the first that varies; else what
 * file names seem to say; else the names of what was measured are categories. `wanted` is the axis of a dataset that
 * is added to. Throws SourceError where the author's word fits no point.
 */
export function decideAxis(
  found: readonly Found[],
  said: string | undefined,
  notes: Notes,
  wanted: string | null = null,
): Axis {
  if (said !== undefined) return sayAxis(found, said, notes);
  const contents = commonQuantities(found);
  const guesses = guessFromNames(found);
  const all = [...contents, ...guesses];
  const chosen =
    all.find((one) => one.name === wanted) ??
    all.find((one) => one.varies) ??
    contents.find((one) => guesses.some((guess) => guess.name === one.name)) ??
    guesses[0] ??
    contents[0];
  if (chosen === undefined) return names;
  if (chosen.example !== null)
    notes.assume(`${sentence(chosen.name)} is taken from the names of the files (${chosen.example}).`);
  return chosen;
}

/** The names of what was measured, as categories. */
export const names: Axis = { name: "benchmark", unit: null, kind: "category", of: () => null };

interface Quantity extends Axis {
  readonly varies: boolean;
  /** What a file's name says, for quantities that are a guess by it. */
  readonly example: string | null;
}

/** The quantities that all points have as numbers, in the order in which importers prefer them. */
function commonQuantities(found: readonly Found[]): Quantity[] {
  const names = found[0]?.point.x.map((one) => one.name) ?? [];
  return names.flatMap((name) => {
    const values = found.map(({ point }) => candidate(point.x, name));
    if (values.some((one) => one === null || typeof one.value !== "number" || !Number.isFinite(one.value))) return [];
    const unit = values[0]!.unit;
    const varies = new Set(values.map((one) => one!.value)).size > 1;
    const kind = isTime(name) ? "time" : "number";
    return [
      { name, unit, kind, varies, example: null, of: ({ point }: Found) => candidate(point.x, name)?.value ?? null },
    ];
  });
}

function candidate(x: readonly XCandidate[], name: string): XCandidate | null {
  return x.find((one) => one.name === name) ?? null;
}

function isTime(name: string): boolean {
  return name === "time" || name === "date";
}

/** Quantities that all files have in their names. */
function guessFromNames(found: readonly Found[]): Quantity[] {
  const names = new Map(found.map(({ input }) => [input.file, readName(input.file).quantities]));
  const [first = []] = names.values();
  return first.flatMap(({ name, text }): Quantity[] => {
    const of = ({ input }: Found) => names.get(input.file)!.find((one) => one.name === name)?.value ?? null;
    const values = found.map(of);
    if (values.includes(null)) return [];
    return [{ name, unit: null, kind: "number", example: text, varies: new Set(values).size > 1, of }];
  });
}

function sayAxis(found: readonly Found[], said: string, notes: Notes): Axis {
  const fixed = /^(?<name>[A-Za-z][\w-]*)=(?<value>-?\d+(?:\.\d+)?)$/.exec(said)?.groups;
  if (fixed !== undefined) {
    const value = Number(fixed["value"]);
    return { name: quantity(fixed["name"]!), unit: null, kind: "number", of: () => value };
  }
  return isPattern(said) ? axisOfPattern(found, said, notes) : axisOfField(found, said);
}

/** The quantity a word means: `connections` is what importers call concurrency. */
function quantity(word: string): string {
  return vocabulary.get(word.toLowerCase()) ?? word;
}

function axisOfPattern(found: readonly Found[], said: string, notes: Notes): Axis {
  const pattern = parsePattern("--x", said);
  const values = new Map<string, { name: string; value: number | string }>();
  for (const { input } of found) {
    const match = pattern.exec(input.file);
    const [group, text] = Object.entries(match?.groups ?? {}).find(
      ([name]) => name !== "series" && name !== "host",
    ) ?? ["x", match?.[1]];
    if (text === undefined) {
      const help = "It needs a group that matches each file's name, such as 'c(?<connections>\\d+)'.";
      failOption("x-not-in-name", `--x ${said} finds nothing in this file's name`, help, input.file);
    }
    values.set(input.file, { name: quantity(group), value: Number.isNaN(Number(text)) ? text : Number(text) });
  }
  const all = [...values.values()];
  const { name } = all[0]!;
  const numeric = all.every((one) => typeof one.value === "number");
  return {
    name,
    unit: null,
    kind: numeric ? "number" : "category",
    of({ input, point }) {
      const { value } = values.get(input.file)!;
      const content = candidate(point.x, name)?.value;
      if (content === undefined || content === value || !numeric) return numeric ? value : String(value);
      const fact = `the file's name says ${name} ${value}, its content ${content}`;
      notes.warn(input.file, "x-disagrees", fact, "The content is used. Rename the file if it is right.");
      return content;
    },
  };
}

function axisOfField(found: readonly Found[], said: string): Axis {
  const name = found.some(({ point }) => valueOf(point, said) !== null) ? said : quantity(said);
  for (const { input, point } of found) {
    if (valueOf(point, name) !== null) continue;
    const [, given, text] = /^([A-Za-z][\w-]*)=(.*)$/.exec(said) ?? [];
    if (given !== undefined) {
      const help = `Write --x ${given}=16, or take it from the names: --x '${given.charAt(0)}(?<${given.replaceAll("-", "_")}>\\d+)'.`;
      failOption("x-unknown", `--x ${given} is given ${JSON.stringify(text)}, which is no number`, help, input.file);
    }
    const known = [...point.x.map((one) => one.name), ...Object.keys(point.labels)];
    const near = nearest(said, known);
    const there = known.length === 0 ? "Its content has nothing that may be x" : `Its content has ${known.join(", ")}`;
    const help =
      near === null
        ? `${there}. Take x from the names, --x 'c(?<connections>\\d+)', or give it: --x connections=16.`
        : `Did you mean --x ${near}?`;
    failOption("x-unknown", `this file has no ${said}`, help, input.file);
  }
  const values = found.map(({ point }) => valueOf(point, name)!);
  const numeric = values.every((one) => typeof one === "number");
  return {
    name,
    unit: candidate(found[0]?.point.x ?? [], name)?.unit ?? null,
    kind: isTime(name) && numeric ? "time" : numeric ? "number" : "category",
    of: ({ point }) => (numeric ? valueOf(point, name) : String(valueOf(point, name))),
  };
}

/** What a point's content says of a quantity, by its name or by another word for it; null where it says nothing. */
export function fieldOf(point: Found["point"], said: string): number | string | null {
  return valueOf(point, said) ?? valueOf(point, quantity(said));
}

function valueOf({ x, labels }: Found["point"], name: string): number | string | null {
  const own = candidate(x, name);
  if (own !== null) return own.value;
  const text = Object.hasOwn(labels, name) ? labels[name]! : null;
  return text === null ? null : text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
