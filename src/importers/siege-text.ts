import type { WholeImporter } from "./importer.ts";
import { parseNumber } from "./number.ts";
import { siegeLoad, siegePoint } from "./siege-point.ts";
import { splitReports } from "./split.ts";

/** siege's text: the figures of its JSON under other names. */
const titles: Readonly<Record<string, string>> = {
  transactions: "Transactions",
  elapsed_time: "Elapsed time",
  data_transferred: "Data transferred",
  response_time: "Response time",
  transaction_rate: "Transaction rate",
  concurrency: "Concurrency",
  failed_transactions: "Failed transactions",
  longest_transaction: "Longest transaction",
  shortest_transaction: "Shortest transaction",
};

export const siegeText: WholeImporter = {
  name: "siege-text",
  title: "siege text report",
  tool: "siege",
  sign: "the lines `Transactions: 1512 hits` and `Availability: 100.00 %`",
  claims: ({ text }) => /^Transactions:\s+\d+ hits/m.test(text) && /^Availability:/m.test(text),
  read(sniff) {
    const begun = splitReports(sniff, /^\*\* SIEGE /).filter(({ text }) => /^Transactions:/m.test(text));
    const parts = begun.length > 0 ? begun : splitReports(sniff, /^Transactions:/);
    return {
      format: "siege-text",
      tool: "siege",
      toolVersion: /^\*\* SIEGE (\S+)/m.exec(sniff.text)?.[1] ?? null,
      points: parts.map(({ text }) => {
        const users = /^\*\* Preparing (\d+) concurrent users/m.exec(text)?.[1];
        return siegePoint((name) => figureIn(text, titles[name]), users === undefined ? null : Number(users));
      }),
      load: siegeLoad,
      assumed: ["MB are 1024² bytes."],
      environment: {},
      warnings: [],
    };
  },
};

function figureIn(text: string, title: string | undefined): number | null {
  const cell = title === undefined ? undefined : new RegExp(`^${title}:[ \\t]+(\\S+)`, "m").exec(text)?.[1];
  return cell === undefined ? null : parseNumber(cell);
}
