import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Diagnostic } from "./diagnostic.ts";
import { SourceError } from "./error.ts";
import type { Located, Pointer } from "./located.ts";
import { diagnose, type Source } from "./source.ts";

/** Reads YAML from a part of a source. Throws a SourceError with all its faults. */
export function parseYaml(source: Source, start: number, end: number): Located {
  const document = parseDocument(source.text.slice(start, end), { prettyErrors: false, logLevel: "error" });
  const faults = document.errors.map((error) => yamlFault(source, start, error));
  if (faults.length > 0) throw new SourceError(faults);
  return {
    source,
    value: valueOf(source, start, document) ?? {},
    offsetsOf: (pointers) => pointers.map((pointer) => start + offsetIn(document, pointer)),
  };
}

function valueOf(source: Source, start: number, document: Document): unknown {
  let lost: Alias | null = null;
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return undefined;
      lost = alias;
      return visit.BREAK;
    },
  });
  if (lost !== null) throw new SourceError([lostAlias(source, start, lost)]);
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    const help = "Write what is repeated out, or leave it out.";
    throw new SourceError([diagnose(source, start, "yaml-syntax", "aliases (*name) repeat too much here", help)]);
  }
}

function lostAlias(source: Source, start: number, { range, source: name }: Alias): Diagnostic {
  const fact = `*${name} repeats something that has no name &${name}`;
  return diagnose(source, start + (range?.[0] ?? 0), "yaml-syntax", fact, "A text that begins with * needs quotes.");
}

function yamlFault(source: Source, start: number, error: YAMLError): Diagnostic {
  const at = start + error.pos[0];
  if (error.code === "DUPLICATE_KEY") {
    return diagnose(
      source,
      at,
      "duplicate-key",
      "this name stands twice in its map",
      "Only one can count. Delete or rename the other.",
    );
  }
  const [, fact, help] = plainWords.find(([pattern]) => pattern.test(error.message)) ?? [];
  const message = error.message.replace(/\.$/, "").split("\n")[0]!;
  return diagnose(
    source,
    at,
    "yaml-syntax",
    fact ?? message,
    help ?? "Indent with spaces; put texts with : or # into quotes.",
  );
}

/** What the YAML reader says, as an author would: pattern, fact, way out. */
const plainWords: readonly (readonly [RegExp, string, string])[] = [
  [
    /^Flow sequence/,
    "a list that begins with [ does not end before this",
    "Close it with ], or indent what belongs to it.",
  ],
  [/^Flow map/, "a map that begins with { does not end before this", "Close it with }, or indent what belongs to it."],
  [/^Nested mappings/, "a text with a colon stands without quotes", 'Put it in quotes: "…: …".'],
  [/^Tabs/, "a tab stands where a line is indented", "Indent with spaces."],
  [/^Implicit (map )?key/, "a colon is missing behind a name", "Entries look like name: value."],
  [
    /^Unexpected scalar at node end/,
    "text stands behind the end of a value",
    `A quote inside a quoted text is written \\", or the text stands in single quotes: 'Say "hi"'.`,
  ],
  [/^Missing closing/, "a quoted text does not end", "Close it with the quote that it began with."],
];

/** Offset of a pointer in the document, or of its nearest ancestor. */
function offsetIn(document: Document, pointer: Pointer): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const [depth, step] of pointer.path.entries()) {
    if (isAlias(node)) node = node.resolve(document) ?? null;
    const isLast = depth === pointer.path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) return offset;
      const value = pair.value as Node | null;
      const key = (pair.key as Node).range?.[0] ?? offset;
      // An empty value has no place of its own worth showing.
      const empty = isScalar(value) && value.source === "";
      offset = (isLast && pointer.key) || empty ? key : (value?.range?.[0] ?? key);
      node = value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as Node | undefined;
      if (!item) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}
