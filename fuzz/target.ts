import type { Arbitrary } from "fast-check";

/** What a reader may do with an input: use it, or say what is wrong with it. Everything else is a fault. */
export type Outcome = "accepted" | "rejected";

/** One door through which strangers' texts come in. */
export interface Target {
  /** Kebab-case: what `--only` takes. */
  readonly name: string;
  /** Binary formats come as a character per byte. */
  readonly inputs: Arbitrary<string>;
  /** Takes an input in and checks what comes of it. A SourceError is a rejection; any other exception is a fault. */
  run(input: string): Outcome | Promise<Outcome>;
}
