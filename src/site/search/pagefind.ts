import { createRequire } from "node:module";

/** This machine as Pagefind names its packages: `linux-x64`. */
export function pagefindMachine(): string {
  return `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

/** Pagefind's program for this machine; it is a package of its own, which npm leaves out where there is none. Null then. */
export function pagefindProgram(): string | null {
  const given = process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
  if (given) return given;
  const program = process.platform === "win32" ? "pagefind_extended.exe" : "pagefind_extended";
  try {
    return createRequire(import.meta.resolve("pagefind")).resolve(`@pagefind/${pagefindMachine()}/bin/${program}`);
  } catch {
    return null;
  }
}
