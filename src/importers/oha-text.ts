import { refused } from "./refused.ts";

/** What oha prints for people: as hey does, with a success rate. */
export const ohaText = refused(
  {
    name: "oha-text",
    title: "oha text",
    tool: "oha",
    sign: "the lines `Summary:` and `Success rate:`",
    claims: ({ text }) => /^Summary:\n\s+Success rate:/m.test(text),
  },
  "oha's text",
  "Run oha with `--no-tui --output-format json` (before version 1.5: `-j`) and import that.",
);
