import { randomBytes } from "node:crypto";
import { basename } from "node:path";

/** What stands beside a folder while it is being replaced: the new one being made, the old one on its way out. */
export type Kind = "tmp" | "old";

export interface Leftover {
  readonly name: string;
  readonly kind: Kind;
  readonly pid: number;
}

/** `_site.<pid>-<random>.tmp`: whose it is can be read from the name, and no two are alike. */
export function besideName(folder: string, kind: Kind): string {
  return `${basename(folder)}.${process.pid}-${randomBytes(4).toString("hex")}.${kind}`;
}

/** Those of `names` that were made for the replacement of `folder`. */
export function besideNames(folder: string, names: readonly string[]): Leftover[] {
  const prefix = `${basename(folder)}.`;
  return names.flatMap((name) => {
    const match = name.startsWith(prefix) && /^(\d+)-[0-9a-f]{8}\.(tmp|old)$/.exec(name.slice(prefix.length));
    return match ? [{ name, pid: Number(match[1]), kind: match[2] as Kind }] : [];
  });
}
