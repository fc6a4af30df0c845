import { join } from "node:path";

/** Set where the code is bundled: the bundle lies elsewhere than its sources. */
declare const BENCHPOST_ROOT: string | undefined;

/** Set where the code is compiled for the published package, which lies as deep in it as this file. */
declare const BENCHPOST_PACKED: true | undefined;

/** The folder of this package, absolute. */
export const packageRoot: string =
  typeof BENCHPOST_ROOT === "string" ? BENCHPOST_ROOT : join(import.meta.dirname, "..", "..");

/** Whether this is the published package: what the browser gets is bundled, and there are no sources. */
export const isPacked: boolean = typeof BENCHPOST_PACKED === "boolean";
