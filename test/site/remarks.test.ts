import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { renderRemarks } from "../../src/site/pages/remarks.ts";
import { chartOf, sample } from "../chart/sample.ts";

const late = { metric: "latency", flag: "saturated", note: "<most> came late" };

/** With plain spaces, of a series that is late at each of its places but the first. */
function remarksOf(places: readonly number[], annotations: { x: number; label: string }[] = []): string {
  const flags = places.map((x) => ({ x, ...late }));
  const x = [1, ...places];
  const data = sample([{ id: "a", label: "A", x, values: { latency: { mean: x.map(() => 0.1) } }, flags }]);
  return renderRemarks(chartOf(data, { metric: "latency", annotations })).replace(/\s/gu, " ");
}

suite("what is remarked at points", () => {
  test("is said once, with all its places, below the table", () => {
    assert.equal(
      remarksOf([1000, 2000, 12_500], [{ x: 2000, label: "a change" }]),
      '<h3 id="notes">Notes</h3><ul><li>A: &lt;most&gt; came late (at 1 000, 2 000, 12 500 req/s)</li>' +
        "<li>a change (at 2 000 req/s)</li></ul>",
    );
  });

  test("counts places that nobody reads one by one", () => {
    const many = Array.from({ length: 40 }, (_, i) => (i + 1) * 10);
    assert.match(remarksOf(many), /came late \(at 40 points from 10 req\/s to 400 req\/s\)</);
  });

  test("is nothing where nothing is remarked", () => {
    assert.equal(remarksOf([]), "");
  });
});
