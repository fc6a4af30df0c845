import type { WholeImporter } from "./importer.ts";
import { locustLoad } from "./locust.ts";
import { cell } from "./table.ts";

/** Locust's `*_failures.csv` and `*_exceptions.csv`: what went wrong how often, and no figures of load. */
export const locustFailures: WholeImporter = {
  name: "locust-failures",
  title: "Locust failures or exceptions (CSV)",
  tool: "locust",
  sign: "the header `Method,Name,Error,Occurrences`, or `Count,Message,Traceback,Nodes`",
  claims: ({ header }) =>
    /^(?:(?:Method|Type),Name,Error,Occurrences|Count,Message,Traceback(?:,Nodes)?)$/.test(header.join(",")),
  read({ table }) {
    const { header, rows } = table!;
    const failures = header.includes("Error");
    const column = (title: string) => header.indexOf(title);
    return {
      format: failures ? "locust-failures-csv" : "locust-exceptions-csv",
      tool: "locust",
      toolVersion: null,
      points: rows.map((row) => {
        const count = cell(table!, row, column(failures ? "Occurrences" : "Count")) ?? 0;
        const message = row.cells[column(failures ? "Error" : "Message")] ?? "";
        const name = failures ? (row.cells[1] ?? "") : null;
        return {
          series: name,
          labels: { ...(failures ? { method: row.cells[0] ?? "", name: name ?? "" } : {}), error: message },
          x: [],
          metrics: { errors: { stats: { value: count } } },
          counts: { errors: count },
          errorsBy: { [message]: count },
          duration: null,
          flags: [],
        };
      }),
      rows: rows.length,
      load: { ...locustLoad },
      assumed: ["Which share of the requests failed stands in the file of statistics beside this one."],
      environment: {},
      warnings: [],
    };
  },
};
