import type { Attempt, Note, Opening } from "./journal.ts";
import type { Kept } from "./kept.ts";

/** A file to write: its name inside the raw folder, and its text. */
export interface RawFile {
  readonly name: string;
  readonly text: string;
}

/** The file that holds the attempts which were measured again and lost. */
const REPLACED = "replaced.txt";

/** The tools' own words, one file a series, reports one after another as the tools printed them. */
export function rawFiles({ kept, replaced }: Kept): RawFile[] {
  const series = [...new Set(kept.map((attempt) => attempt.series))];
  const files = series.map((id) => ({
    name: fileOf(id),
    text: joined(kept.filter((attempt) => attempt.series === id)),
  }));
  return replaced.length === 0 ? files : [...files, { name: REPLACED, text: joined(replaced) }];
}

/** The journal without the tools' words: for each attempt the file, and the how-manieth report in it, that has them. */
export function rawJournal(opening: Opening, notes: readonly Note[], { kept, replaced }: Kept): RawFile {
  const counts = new Map<string, number>();
  const point = (attempt: Attempt, file: string): object => {
    const report = (counts.get(file) ?? 0) + 1;
    counts.set(file, report);
    const { output: _output, kind: _kind, command, ...rest } = attempt;
    return { ...rest, command: command.join(" "), file, report };
  };
  const lines = [
    opening,
    ...notes,
    ...kept.map((attempt) => point(attempt, fileOf(attempt.series))),
    ...replaced.map((attempt) => ({ ...point(attempt, REPLACED), replaced: true })),
  ];
  return { name: "journal.jsonl", text: lines.map((line) => `${JSON.stringify(line)}\n`).join("") };
}

/** Name of the raw file of a series. */
export function fileOf(series: string): string {
  return `${series}.txt`;
}

function joined(attempts: readonly Attempt[]): string {
  return attempts.map(({ output }) => `${output.trimEnd()}\n`).join("\n");
}
