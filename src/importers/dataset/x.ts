import { nearest } from "../../source/nearest.ts";
import type { XCandidate } from "../reading.ts";
import { readName } from "./file-name.ts";
import type { Found, Notes } from "./input.ts";
import { failOption, isPattern, parsePattern } from "./pattern.ts";
import { vocabulary } from "./quantity-names.ts";

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
  const guess = guessFromNames(found);
  const chosen =
    (wanted === null ? undefined : contents.find((one) => one.name === wanted)) ??
    contents.find((one) => one.varies) ??
    (guess?.varies === true || contents.length === 0 ? undefined : contents[0]);
  if (chosen !== undefined) return chosen;
  if (guess === null) return { name: "benchmark", unit: null, kind: "category", of: () => null };
  notes.assume(`${guess.name.replaceAll("_", " ")} is taken from the file names (${guess.example}).`);
  return guess;
}

interface Quantity extends Axis {
  readonly varies: boolean;
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
    return [{ name, unit, kind, varies, of: ({ point }: Found) => candidate(point.x, name)?.value ?? null }];
  });
}

function candidate(x: readonly XCandidate[], name: string): XCandidate | null {
  return x.find((one) => one.name === name) ?? null;
}

function isTime(name: string): boolean {
  return name === "time" || name === "date";
}

function guessFromNames(found: readonly Found[]): (Quantity & { readonly example: string }) | null {
  const names = found.map(({ input }) => readName(input.file).x);
  const first = names[0];
  if (first === null || first === undefined || names.some((one) => one?.name !== first.name)) return null;
  return {
    name: first.name,
    unit: null,
    kind: "number",
    example: first.text,
    varies: new Set(names.map((one) => one!.value)).size > 1,
    of: ({ input }) => readName(input.file).x?.value ?? null,
  };
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

function valueOf({ x, labels }: Found["point"], name: string): number | string | null {
  const own = candidate(x, name);
  if (own !== null) return own.value;
  const text = Object.hasOwn(labels, name) ? labels[name]! : null;
  return text === null ? null : text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}
