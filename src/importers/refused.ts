import { refuse } from "./fault.ts";
import type { WholeImporter } from "./importer.ts";

/** A format that is recognised only to say what to bring instead. */
export function refused(
  importer: Omit<WholeImporter, "read">,
  /** "a Gatling binary log" */
  what: string,
  help: string,
): WholeImporter {
  return { ...importer, read: (sniff) => refuse(sniff, what, help) };
}
