import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { insightsOf } from "../../../src/benchmark/insights/list.ts";
import { percent } from "../../../src/benchmark/insights/words.ts";
import { tell } from "../../../src/benchmark/insights/tell.ts";
import { said, sweep } from "./simulate.ts";

const rates = [100, 200, 300, 400];
const around = (figure: number) => [0.999 * figure, figure, 1.001 * figure];
const server = (id: string, capacity: number) => ({
  id,
  throughput: rates.map((rate) => around(Math.min(rate, capacity))),
  latency: rates.map((rate) => around(rate / capacity / 100)),
  errors: { share: rates.map(() => 0), n: rates.map((rate) => 30 * rate) },
});
const dataset = sweep(rates, [server("a", 310), server("b", 220), server("c", 150)]);
const plain = (sentences: readonly string[]) => said(sentences.map((sentence) => ({ sentence })));
const chart = (metric: string, series: readonly string[], stat = "mean") => ({ dataset, metric, stat, series });

suite("what is told beside charts", () => {
  const [first, again, latency, spread] = tell([
    chart("throughput", ["a", "b"]),
    chart("throughput", ["a", "b"]),
    chart("latency", ["a", "b"]),
    chart("latency", ["a", "b"], "stdev"),
  ]);

  test("several series share a sentence, and no other series is in it", () => {
    assert.deepEqual(plain(first!.fresh).slice(0, 2), [
      "Sustained peak (98 % delivered, errors ≤ 0.1 %): a 300 req/s; b 200 req/s.",
      "Saturation: a between 300 and 400 req/s; b between 200 and 300 req/s.",
    ]);
    for (const sentence of first!.all) assert.doesNotMatch(sentence, /\bc\b/);
  });

  test("at most four in an article and six elsewhere, of the chart's metric only", () => {
    assert.ok(first!.all.length <= 6);
    assert.ok(first!.fresh.length <= 4);
    assert.ok(latency!.all.length > 0);
    for (const sentence of latency!.all) assert.doesNotMatch(sentence, /Sustained|Saturation|Throughput/);
  });

  test("what one chart said, the next does not repeat, but its own page does", () => {
    for (const sentence of again!.fresh) assert.ok(!first!.fresh.includes(sentence));
    assert.deepEqual(again!.all, first!.all);
  });

  test("a chart of the spread is about noise alone", () => {
    assert.equal(spread!.all.length, 1);
    assert.match(spread!.all[0]!, /run-to-run variation/);
  });

  test("a name with a comma in it is seen to be one", () => {
    const named = dataset.series.map((one) =>
      one.id === "a" ? { ...one, label: "wrk, a connection a request" } : one,
    );
    const [told] = tell([{ ...chart("throughput", ["a", "b"]), dataset: { ...dataset, series: named } }]);
    assert.equal(
      plain(told!.all)[1],
      "Saturation: “wrk, a connection a request” between 300 and 400 req/s; b between 200 and 300 req/s.",
    );
  });

  test("alone, a series has whole sentences", () => {
    assert.equal(
      plain(tell([chart("throughput", ["a"])])[0]!.all[1]!.split("\n"))[0],
      "a saturates between 300 and 400 req/s.",
    );
  });

  test("a percentile's chart says nothing of means, nor does one of all percentiles", () => {
    assert.deepEqual(tell([chart("latency", ["a", "b"], "percentiles")])[0]!.all, []);
    assert.deepEqual(tell([chart("latency", ["a", "b"], "p99")])[0]!.all, []);
  });
});

test("nearly all is not all", () => {
  const figures = [0.9996, 0.99996, 1, 0.5, 1.2].map((share) => ({ sentence: percent(share) }));
  assert.deepEqual(said(figures), ["99.96 %", "99.996 %", "100 %", "50 %", "120 %"]);
});

test("scaling all times by 10 scales response times and changes nothing else", () => {
  const slow = (id: string, capacity: number) => {
    const { latency, ...rest } = server(id, capacity);
    return { ...rest, latency: latency.map((runs) => runs.map((time) => 10 * time)) };
  };
  const load = { model: "open", latency_from: "actual-send" };
  const [fast, slowed] = [server, slow].map((make) =>
    insightsOf(sweep(rates, [make("a", 310), make("b", 220), make("c", 150)], load)),
  );
  const inFlight = ({ name }: { readonly name: string }) => name === "littles-law";
  assert.deepEqual(said(slowed!.filter((one) => !inFlight(one))), said(fast!.filter((one) => !inFlight(one))));
  assert.ok(fast!.some(inFlight));
  for (const [index, { data }] of fast!.filter(inFlight).entries()) {
    const { requests } = slowed!.filter(inFlight)[index]!.data as { requests: number };
    assert.ok(Math.abs(requests / (data as { requests: number }).requests - 10) < 1e-9);
  }
});
