import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Caught } from "./hunt.ts";

const folder = join(import.meta.dirname, ".found");

/** Keeps an input that made a fault, under a name that says which; gives the command that repeats it. */
export function keep(caught: Caught): string {
  mkdirSync(folder, { recursive: true });
  const sum = createHash("sha256").update(caught.input).digest("hex").slice(0, 8);
  const file = join(folder, `${caught.target}-${sum}.json`);
  writeFileSync(file, `${JSON.stringify(caught, null, 2)}\n`);
  return `npm run fuzz -- --repeat ${relative(process.cwd(), file)}`;
}

/** An input that was kept. */
export function recall(file: string): Caught {
  return JSON.parse(readFileSync(file, "utf8")) as Caught;
}

/** What makes two faults one: message and place, without what differs from input to input. */
export function sameness({ target, error }: Caught): string {
  const [message = "", ...stack] = error.split("\n");
  const places = stack.filter((line) => /^\s+at /.test(line) && line.includes("/src/")).slice(0, 2);
  return [target, message.replace(/[\d"'].*/, ""), ...places].join("\n");
}
