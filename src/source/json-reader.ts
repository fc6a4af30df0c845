/** What a walk through a JSON text meets, in reading order. All offsets are into the text. */
export interface JsonVisitor {
  open?(offset: number, kind: "list" | "map"): void;
  key?(offset: number, name: string): void;
  /** A text, number, true, false or null. */
  scalar?(offset: number): void;
  close?(): void;
  fault(offset: number, code: string, fact: string, help: string): void;
}

/** A text being walked. */
export interface JsonReader {
  readonly text: string;
  at: number;
  /** The lists and maps around the place, outermost first. */
  readonly open: { readonly closer: string }[];
  readonly visitor: JsonVisitor;
  /** Whether JSON.parse has accepted the text. */
  readonly valid: boolean;
}

/** Thrown when nothing sensible can be read after a fault. */
export const stop = Symbol("end of the walk");

/** Reports a fault and ends the walk. */
export function fatal({ visitor }: JsonReader, offset: number, code: string, fact: string, help: string): never {
  visitor.fault(offset, code, fact, help);
  throw stop;
}

/** Reports that the text ends too early and ends the walk. */
export function truncated(reader: JsonReader, where: string): never {
  const closers = reader.open.map(({ closer }) => closer).toReversed();
  const missing = closers.length > 0 ? ` What is open would need ${closers.join("")} to close.` : "";
  const help = `Was the file cut off? Write it again whole.${missing}`;
  fatal(reader, reader.text.length, "json-truncated", `the text ends ${where}`, help);
}

/** The character at the place, for a message. */
export function here({ text, at }: JsonReader): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0xfffd);
}
