import { textIn } from "./scan/bytes.ts";
import { refused } from "./refused.ts";

/** What `vegeta attack` writes: Go's binary encoding, which begins with the names of the fields. */
export const vegetaGob = refused(
  {
    name: "vegeta-gob",
    title: "vegeta results (binary)",
    tool: "vegeta",
    sign: "binary with the names Result, Attack and Latency",
    claims({ binary, bytes }) {
      if (!binary) return false;
      const head = textIn(bytes, 0, Math.min(256, bytes.length));
      return ["Result", "Attack", "Latency"].every((name) => head.includes(name));
    },
  },
  "vegeta's binary results",
  "Run `vegeta encode -to csv FILE`, or `vegeta report -type=json FILE`, and import that.",
);
