import type { ReadFiles } from "./read-files.ts";

/** Files above which a command that names each is longer than anybody reads. */
const most = 8;

/** What a person wrote behind the options of a command. */
type Values = Readonly<Record<string, string | true | undefined>>;

/** What could be read is not lost: the command that imports it alone, with the options as they were written. */
export function wayToRest({ inputs }: ReadFiles, values: Values): string {
  if (inputs.length === 0) return "";
  const files = inputs.map(({ file }) => quoted(file));
  const rest =
    files.length > most
      ? `The other ${files.length} files can be read: leave these out, in a folder by a dot before their names.`
      : `The rest can be read: ${["benchpost import", ...files, ...optionsOf(values)].join(" ")}`;
  return `Nothing is written. ${rest}\n`;
}

function optionsOf(values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined) return [];
    return value === true ? [`--${name}`] : value.split("\n").map((one) => `--${name} ${quoted(one)}`);
  });
}

/** A word as shells take it for one, unchanged. */
function quoted(word: string): string {
  return /^[\w./+:=,@%-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
