import type { Effects } from "./effects.ts";

/** One option of a command; the help is made from this table. */
export interface Option {
  readonly type: "string" | "boolean";
  readonly short?: string;
  /** What stands for the value in the help, e.g. FOLDER. */
  readonly value?: string;
  /** It may stand several times; the value then holds a line for each. */
  readonly multiple?: true;
  readonly help: string;
}

export type Options = Readonly<Record<string, Option>>;

export type Values<O extends Options> = {
  readonly [K in keyof O]: (O[K]["type"] extends "boolean" ? true : string) | undefined;
};

/** One command, as its file exports it. */
export interface Command {
  readonly name: string;
  /** One line, without a full stop. */
  readonly summary: string;
  /** The positional arguments as the usage line shows them, e.g. `TITLE`; empty for none. */
  readonly operands: string;
  /** How many positional arguments may stand there. */
  readonly arity: readonly [number, number];
  readonly options: Options;
  /** Gives the exit code. */
  run(
    values: Readonly<Record<string, string | true | undefined>>,
    operands: readonly string[],
    effects: Effects,
  ): Promise<number>;
}

/** Ties the options of a command to the values that its `run` gets. */
export function command<const O extends Options>(definition: {
  readonly name: string;
  readonly summary: string;
  readonly operands?: string;
  readonly arity?: readonly [number, number];
  readonly options: O;
  run(values: Values<O>, operands: readonly string[], effects: Effects): Promise<number>;
}): Command {
  return {
    operands: "",
    arity: [0, 0],
    ...definition,
    run: (values, operands, effects) => definition.run(values as Values<O>, operands, effects),
  };
}

/** Something that a person asked for cannot be done, and what to do instead; exit code 1. */
export class Refusal extends Error {
  readonly exitCode: 1 | 2 = 1;
  constructor(
    fact: string,
    readonly help: string,
  ) {
    super(fact);
    this.name = new.target.name;
  }
}

/** A command was written wrongly; exit code 2. */
export class UsageError extends Refusal {
  override readonly exitCode = 2;
}
