import { join } from "node:path";

/** Set where the code is bundled: the bundle lies elsewhere than its sources. */
declare const BENCHPOST_ROOT: string | undefined;

/** The folder of this package, absolute. */
export const packageRoot: string =
  typeof BENCHPOST_ROOT === "string" ? BENCHPOST_ROOT : join(import.meta.dirname, "..", "..");
