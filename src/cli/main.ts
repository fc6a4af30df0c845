import { nearest } from "../source/nearest.ts";
import { readArguments } from "./arguments.ts";
import { type Command, UsageError } from "./command.ts";
import { type Effects, realEffects } from "./effects.ts";
import { toFailure } from "./failure.ts";
import { commandHelp, programHelp } from "./help.ts";
import { version } from "./version.ts";

/** The commands, in the order of the help. Each is loaded when it is asked for. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import("./new.ts")).newPost,
  import: async () => (await import("./import.ts")).importFiles,
  dev: async () => (await import("./dev.ts")).dev,
  check: async () => (await import("./check.ts")).check,
  build: async () => (await import("./build.ts")).build,
  preview: async () => (await import("./preview.ts")).preview,
};

/** Runs `benchpost <argv>` and gives its exit code: 0 good, 1 the author's mistake, 2 wrong usage, 70 our bug. */
export async function main(argv: readonly string[], effects: Effects = realEffects()): Promise<number> {
  // `help build` is `build --help`
  const [name = "", ...rest] = argv[0] === "help" && argv.length > 1 ? [...argv.slice(1), "--help"] : argv;
  let running: string | null = null;
  try {
    if (["", "help", "--help", "-h"].includes(name)) return await printProgramHelp(name, effects);
    if (["--version", "-v"].includes(name)) return printVersion(effects);
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!load) throw unknownCommand(name);
    const command = await load();
    running = command.name;
    const { values, operands, help } = readArguments(command, rest);
    if (!help) return await command.run(values, operands, effects);
    effects.stdout(commandHelp(command));
    return 0;
  } catch (error) {
    const { exitCode, text } = toFailure(error, running);
    effects.stderr(text);
    return exitCode;
  }
}

/** Asked for, it is the answer and goes to stdout; without a command it is the reproach. */
async function printProgramHelp(name: string, effects: Effects): Promise<number> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  if (name) effects.stdout(programHelp(all));
  else effects.stderr(programHelp(all));
  return name ? 0 : 2;
}

/** Alone on its line, as scripts want it. */
function printVersion(effects: Effects): number {
  effects.stdout(`${version()}\n`);
  return 0;
}

function unknownCommand(name: string): UsageError {
  const meant = nearest(name, [...Object.keys(commands), "--help", "--version"]);
  return new UsageError(
    `unknown command ${JSON.stringify(name)}`,
    meant ? `Did you mean ${meant}?` : "See benchpost --help.",
  );
}
