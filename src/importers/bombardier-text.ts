import { refused } from "./refused.ts";

/** What bombardier prints for people: rounded, and without counts of a test that ran for a time. */
export const bombardierText = refused(
  {
    name: "bombardier-text",
    title: "bombardier text",
    tool: "bombardier",
    sign: "a line `Bombarding http://localhost:8080 for 10s using 125 connections`",
    claims: ({ text }) =>
      /^\s*Bombarding .+ (?:using|with) /m.test(text) || /^Statistics +Avg +Stdev +Max$/m.test(text),
  },
  "bombardier's text",
  "Run bombardier with `-l -p r -o json` and import that.",
);
