import { parseArgs } from "node:util";
import { nearest } from "../source/nearest.ts";
import { type Command, type Option, UsageError } from "./command.ts";

export interface Arguments {
  readonly values: Readonly<Record<string, string | true>>;
  readonly operands: readonly string[];
  readonly help: boolean;
}

/** What stands behind a command's name, checked against its table of options. Throws UsageError. */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  );
  // not strict: the messages below name what was meant
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values: Record<string, string | true> = Object.create(null);
  const operands: string[] = [];
  let help = false;
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    if (token.name === "help" || token.rawName === "-h") help = true;
    else {
      const value = valueOf(command, token.name, token.rawName, token.value);
      const before = command.options[token.name]?.multiple === true ? values[token.name] : undefined;
      values[token.name] = before === undefined ? value : `${before}\n${value}`;
    }
  }
  if (!help) checkCount(command, operands);
  return { values, operands, help };
}

function valueOf(command: Command, name: string, written: string, value: string | undefined): string | true {
  const option: Option | undefined = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (!option) {
    const meant = nearest(name, [...Object.keys(command.options), "help"]);
    throw new UsageError(`unknown option ${written}`, meant ? `Did you mean --${meant}?` : seeHelp(command));
  }
  if (option.type === "boolean") {
    if (value !== undefined) throw new UsageError(`--${name} takes no value`, `Write --${name} alone.`);
    return true;
  }
  if (!value || (value.startsWith("-") && value.length > 1)) {
    throw new UsageError(`--${name} needs a value`, `Write --${name} ${option.value ?? "VALUE"}.`);
  }
  return value;
}

function checkCount(command: Command, operands: readonly string[]): void {
  const [least, most] = command.arity;
  const surplus = operands[most];
  if (surplus !== undefined) throw new UsageError(`unexpected argument ${JSON.stringify(surplus)}`, seeHelp(command));
  if (operands.length < least) throw new UsageError(`${command.operands} is missing`, seeHelp(command));
}

function seeHelp(command: Command): string {
  return `See benchpost ${command.name} --help.`;
}
