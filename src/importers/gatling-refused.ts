import { refused } from "./refused.ts";
import { textIn } from "./scan/bytes.ts";

const help = "Import `js/stats.json` or `js/global_stats.json` of the report that Gatling makes from it.";

/** The log of Gatling since 3.13: binary, and another one with each version. */
export const gatlingBinary = refused(
  {
    name: "gatling-binary",
    title: "Gatling log (binary)",
    tool: "gatling",
    sign: "binary that begins with 00 and Gatling's version",
    // 00, the length of the version in four bytes, the version.
    claims: ({ binary, bytes }) =>
      // oxlint-disable-next-line no-control-regex -- the length is in control characters
      binary && bytes[0] === 0 && /^[\u0000-\u001f]{1,5}\d+\.\d+\.\d/.test(textIn(bytes, 0, 16)),
  },
  "a Gatling binary log",
  help,
);

/** The statistics of the report's page: a script, not JSON. */
export const gatlingScript = refused(
  {
    name: "gatling-script",
    title: "Gatling statistics (stats.js)",
    tool: "gatling",
    sign: "a script that begins with `var stats = {`",
    claims: ({ text }) => /^\s*var stats = \{\s*type: "GROUP"/.test(text),
  },
  "the script of Gatling's report page",
  "Import `stats.json`, which stands beside it.",
);
