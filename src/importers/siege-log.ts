import type { WholeImporter } from "./importer.ts";
import { siegeLoad, siegePoint } from "./siege-point.ts";
import { cell } from "./table.ts";

const columns: Readonly<Record<string, string>> = {
  transactions: "Trans",
  elapsed_time: "Elap Time",
  data_transferred: "Data Trans",
  response_time: "Resp Time",
  transaction_rate: "Trans Rate",
  concurrency: "Concurrent",
  failed_transactions: "Failed",
};

/** The log in which siege keeps a row per run. */
export const siegeLog: WholeImporter = {
  name: "siege-log",
  title: "siege log",
  tool: "siege",
  sign: "the header `Date & Time,  Trans,  Elap Time,  Data Trans`",
  claims: ({ header }) => header[0] === "Date & Time" && header[1] === "Trans",
  read({ table }) {
    const { header, rows } = table!;
    // Authors mark their log: `**** a message ****`.
    const runs = rows.filter((row) => row.cells.length >= header.length);
    return {
      format: "siege-log",
      tool: "siege",
      toolVersion: null,
      points: runs.map((row) => {
        const point = siegePoint((name) => cell(table!, row, header.indexOf(columns[name] ?? "")), null);
        return { ...point, labels: { time: row.cells[0] ?? "" } };
      }),
      rows: runs.length,
      load: siegeLoad,
      assumed: [
        "siege's log does not say its -c: concurrency is the mean that it observed.",
        "MB are cut to whole ones.",
      ],
      environment: {},
      warnings: [],
    };
  },
};
