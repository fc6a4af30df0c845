import type { Located, Path } from "../source/located.ts";
import type { Source } from "../source/source.ts";

/** An attribute of an element and the offset at which its name stands. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}

/**
 * The chart description in an element's `data-*` attributes, as the value that front matter would give: `data-series="a,b"`
 * is a list, `data-y-domain="0,100"` two numbers, `data-annotations="40: limit; 80: full"` a list of notes.
 * Null where the element has no such attribute. `offset` is the element's own.
 */
export function chartAttributes(source: Source, offset: number, attributes: readonly Attribute[]): Located | null {
  const top = new Map<string, unknown>();
  const places = new Map<string, number>();
  for (const { name, value, offset: place } of attributes) {
    if (!name.startsWith("data-")) continue;
    const [first = "", ...rest] = name.slice("data-".length).split("-");
    const field = rest.join("-");
    const isAxis = (first === "x" || first === "y") && field !== "";
    const written = readValue(isAxis ? field : name.slice("data-".length), value);
    if (isAxis) top.set(first, { ...(top.get(first) as object | undefined), [field]: written });
    else if (first !== "x" && first !== "y") top.set(name.slice("data-".length), written);
    places.set(name, place);
  }
  if (top.size === 0) return null;
  return {
    source,
    value: Object.fromEntries(top),
    offsetsOf: (pointers) => pointers.map(({ path }) => places.get(attributeOf(path)) ?? offset),
  };
}

function attributeOf([first, second]: Path): string {
  return (first === "x" || first === "y") && second !== undefined ? `data-${first}-${second}` : `data-${first}`;
}

function readValue(field: string, value: string): unknown {
  if (field === "series" || field === "was") return split(value, ",");
  if (field === "at") return split(value, ",").map(numberOr);
  if (field === "domain") return split(value, ",").map(numberOr);
  if (field === "runs") return value.trim() === "true" || (value.trim() === "false" ? false : value);
  if (field === "annotations") return split(value, ";").map(readAnnotation);
  return value.trim();
}

function readAnnotation(value: string): unknown {
  const [x = "", ...label] = split(value, ":");
  return { x: numberOr(x), label: label.join(": ") };
}

function split(value: string, separator: string): string[] {
  return value
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The number that a text is, or the text. */
function numberOr(text: string): number | string {
  const number = Number(text);
  return text === "" || !Number.isFinite(number) ? text : number;
}
