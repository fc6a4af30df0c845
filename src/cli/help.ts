import type { Command, Option } from "./command.ts";

/** The help of one command, from its table of options. */
export function commandHelp(command: Command): string {
  const usage = ["benchpost", command.name, "[options]", command.operands].filter(Boolean).join(" ");
  const rows = [...Object.entries(command.options), helpRow].map(([name, option]) => [
    label(name, option),
    option.help,
  ]);
  return `${command.summary}.\n\nUsage: ${usage}\n\nOptions:\n${columns(rows)}`;
}

/** The help of the program. */
export function programHelp(commands: readonly Command[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary]);
  return (
    "Benchpost turns benchmark results into published articles.\n\n" +
    `Usage: benchpost <command> [options]\n\nCommands:\n${columns(rows)}\n` +
    "benchpost <command> --help tells more, benchpost --version which Benchpost this is.\n"
  );
}

const helpRow: [string, Option] = ["help", { type: "boolean", short: "h", help: "print this" }];

function label(name: string, { short, type, value }: Option): string {
  return `${short ? `-${short}, ` : ""}--${name}${type === "string" ? ` ${value ?? "VALUE"}` : ""}`;
}

function columns(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([left = ""]) => left.length));
  return rows.map(([left = "", right = ""]) => `  ${left.padEnd(width)}  ${right}\n`).join("");
}
