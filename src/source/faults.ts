import { type Diagnostic, type Severity, sortDiagnostics } from "./diagnostic.ts";
import { type Located, type Pointer, showPath } from "./located.ts";
import { diagnose } from "./source.ts";

/** More than anybody mends in one go; the rest is counted. */
const maxFaults = 100;

/** Gathers what is wrong with a value, so that all of it comes at once; places are looked up at the end. */
export interface Faults {
  add(severity: Severity, pointer: Pointer, code: string, fact: string, help: string): void;
  hasErrors(): boolean;
  /** In reading order, at most a hundred of each severity. */
  diagnostics(): Diagnostic[];
}

/** An empty collection of faults of one located value. */
export function collectFaults(located: Located): Faults {
  const kept: Record<Severity, { pointer: Pointer; code: string; fact: string; help: string }[]> = {
    error: [],
    warning: [],
  };
  const counts: Record<Severity, number> = { error: 0, warning: 0 };
  return {
    add(severity, pointer, code, fact, help) {
      if (counts[severity]++ < maxFaults) kept[severity].push({ pointer, code, fact, help });
    },
    hasErrors: () => counts.error > 0,
    diagnostics() {
      const found = [...kept.error, ...kept.warning];
      if (found.length === 0) return [];
      const { source } = located;
      const offsets = located.offsetsOf(found.map(({ pointer }) => pointer));
      const all = found.map(({ code, fact, help }, index) => {
        const severity = index < kept.error.length ? "error" : "warning";
        return diagnose(source, offsets[index] ?? 0, code, fact, help, severity);
      });
      const sorted = sortDiagnostics(all);
      for (const severity of ["error", "warning"] as const) {
        const more = counts[severity] - maxFaults;
        if (more <= 0) continue;
        const help = "Mend the first ones and try again; many often have one cause.";
        sorted.push(diagnose(source, 0, "more-faults", `${more} more ${severity}s are not shown`, help, severity));
      }
      return sorted;
    },
  };
}

/** One written value: what it is, where it stands, and where its faults go. */
export interface Written {
  readonly value: unknown;
  readonly path: Path;
  readonly faults: Faults;
}

type Path = Pointer["path"];

/** The whole of a located value. */
export function written(located: Located, faults: Faults, path: Path = []): Written {
  let value = located.value;
  for (const step of path) value = isMapValue(value) || Array.isArray(value) ? entryOf(value, step) : undefined;
  return { value, path, faults };
}

function entryOf(value: object, step: string | number): unknown {
  return Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined;
}

/** The entry of a written list or map. */
export function entry(parent: Written, step: string | number, value: unknown): Written {
  return { value, path: [...parent.path, step], faults: parent.faults };
}

/** Reports an error at a written value. */
export function fault(at: Written, code: string, fact: string, help: string): void {
  at.faults.add("error", { path: at.path }, code, fact, help);
}

/** Reports a warning at a written value. */
export function warn(at: Written, code: string, fact: string, help: string): void {
  at.faults.add("warning", { path: at.path }, code, fact, help);
}

/** Reports at the name under which a value stands. */
export function faultAtKey(at: Written, severity: Severity, code: string, fact: string, help: string): void {
  at.faults.add(severity, { path: at.path, key: true }, code, fact, help);
}

/** Reports that something else must stand here: `series[2].label is a number; a text is needed`. */
export function wrongType(at: Written, needed: string, help: string): void {
  fault(at, "wrong-type", `${showPath(at.path)} is ${describe(at.value)}; ${needed} is needed`, help);
}

/** A value in a few words. */
export function describe(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  if (typeof value === "string") return value.trim() === "" ? "an empty text" : `the text ${quote(value)}`;
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
  return String(value);
}

/** A text in double quotes on one line, cut when long. */
export function quote(text: string): string {
  const letters = Array.from(text.slice(0, 200));
  return JSON.stringify(letters.length > 40 || text.length > 200 ? `${letters.slice(0, 39).join("")}…` : text);
}

/** Whether a value is a map: an object that is not a list and not a date. */
export function isMapValue(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
