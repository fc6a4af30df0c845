import type { WholeImporter } from "./importer.ts";
import { at, type Json, numberAt } from "./json.ts";
import { siegeLoad, siegePoint } from "./siege-point.ts";

/** siege's JSON, which version 4 prints by default; a file may hold several. */
export const siege: WholeImporter = {
  name: "siege",
  title: "siege JSON",
  tool: "siege",
  sign: "JSON with transactions, availability and transaction_rate",
  claims: ({ json }) => isReport(json),
  read({ documents, text }) {
    return {
      format: "siege-json",
      tool: "siege",
      toolVersion: /^\*\* SIEGE (\S+)/m.exec(text)?.[1] ?? null,
      points: documents
        .filter(({ value }) => isReport(value))
        .map(({ value }) => siegePoint((name) => numberAt(value, name), null)),
      load: siegeLoad,
      assumed: ["siege's JSON does not say its -c: concurrency is the mean that it observed."],
      environment: {},
      warnings: [],
    };
  },
};

function isReport(json: Json | undefined): boolean {
  return ["transactions", "availability", "transaction_rate"].every((key) => at(json, key) !== undefined);
}
