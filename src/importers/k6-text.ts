import type { WholeImporter } from "./importer.ts";
import type { K6Values } from "./k6-metrics.ts";
import { k6Assumed, k6Load, k6Point } from "./k6-point.ts";
import { parseDuration, parseScaled } from "./quantity.ts";

/** What k6 prints at the end of a run, before version 1 and since. */
export const k6Text: WholeImporter = {
  name: "k6-text",
  title: "k6 text summary",
  tool: "k6",
  sign: "a line `http_reqs......................: 251     50.185835/s`",
  claims: ({ text }) => /^\W*(?:http_reqs|iterations)\.{3,}: +\d+ +[\d.]+\/s/m.test(text),
  read({ text }) {
    return {
      format: "k6-stdout-text",
      tool: "k6",
      toolVersion: null,
      points: [k6Point(metricsIn(text), null)],
      load: k6Load,
      assumed: k6Assumed,
      environment: {},
      warnings: [],
    };
  },
};

function metricsIn(text: string): Map<string, K6Values> {
  const lines = text.matchAll(/^\W*([a-z_0-9]+)\.{2,}: +(.*)$/gm);
  return new Map([...lines].map(([, name, figures]) => [name!, valuesIn(name!, figures!)]));
}

function valuesIn(name: string, figures: string): K6Values {
  const named = [...figures.matchAll(/([a-z]+(?:\([\d.]+\))?)=(\S+)/g)];
  // A gauge prints whole numbers, a trend of times its unit: k6's own figures are milliseconds.
  const trend = named.flatMap(([, stat, figure]) => {
    const time = parseDuration(figure!);
    const value = time === null ? Number(figure) : time * 1e3;
    return Number.isFinite(value) ? [[stat!, value] as const] : [];
  });
  const parts = /✓ (\d+) +✗ (\d+)/.exec(figures) ?? /(\d+) out of (\d+)/.exec(figures);
  if (parts !== null && parts[0].includes("out of")) return { matches: Number(parts[1]), total: Number(parts[2]) };
  if (parts !== null) return { passes: Number(parts[1]), fails: Number(parts[2]) };
  if (trend.length > 0) return Object.fromEntries(trend);
  const counter = /^(\S+(?: [kMGT]?B)?) +(\S+(?: [kMGT]?B)?)\/s$/.exec(figures.trim());
  if (counter === null) return {};
  const [count, rate] = counter.slice(1).map((figure) => parseScaled(figure!, 1000));
  return name !== "" && count != null && rate != null ? { count, rate } : {};
}
