import { UsageError } from "./command.ts";

/** Where `dev` and `preview` listen: the port asked for, or 8080 and, where somebody else is there, the next free one. */
export function choosePort(written: string | undefined): { readonly port: number; readonly orNext: boolean } {
  if (written === undefined) return { port: 8080, orNext: true };
  const port = Number(written);
  if (!/^\d+$/.test(written) || port > 65535) {
    throw new UsageError(
      `--port ${written} is not a port`,
      "Write a number from 1 to 65535, or 0 for any that is free.",
    );
  }
  return { port, orNext: false };
}
