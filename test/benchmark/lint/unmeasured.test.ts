import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { clean, lintDraft } from "./clean.ts";

/** What is found where one server was not measured at a rate that the other has: no figures, and a count of no runs. */
function found(flags: object[]): string[] {
  const draft = clean();
  const [server] = draft.data.series;
  for (const [name, column] of Object.entries(server!.values["reply_rate"]!))
    if (Array.isArray(column)) column[2] = name === "n" ? 0 : name === "runs" ? [] : null;
  server!.flags.push(...flags);
  return lintDraft(draft).found.map(({ code }) => code);
}

suite("a point that nobody measured", () => {
  test("is missing, and not measured too rarely", () => {
    assert.deepEqual(found([]), ["BL25"]);
  });

  test("is explained by a flag", () => {
    assert.deepEqual(
      found([{ x: 600, metric: "reply_rate", flag: "not-measured", note: "The machine was gone." }]),
      [],
    );
  });
});
