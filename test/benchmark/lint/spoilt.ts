import { columns, type Draft, series } from "./clean.ts";

type Spoil = (draft: Draft) => void;

/** For each rule the smallest thing that its author might do wrong: it breaks this rule and no other. */
export const spoilt: Readonly<Record<string, Spoil>> = {
  BL01: ({ head }) => delete head.bench.env.sut["kernel"],
  BL02: ({ head }) => (head.bench.load["generator"] = { name: "wrk2", command: "wrk2 -R{rate} URL" }),
  BL03: ({ head }) => delete head.bench.load["model"],
  BL04: ({ head }) => (head.bench.load["generator"] = { name: "wrk", version: "4.2", command: "wrk -c256 URL" }),
  BL05: ({ head }) => (head.bench.load["latency_from"] = "unknown"),
  BL06: ({ head }) => delete (head.bench.load["connections"] as Record<string, unknown>)["reuse"],
  BL07: ({ head }) => (head.bench.load["duration_s"] = 10),
  BL08: (draft) => addBytes(draft, { node: 148, python: 212 }),
  BL09(draft) {
    claimNothing(draft);
    delete draft.head.bench.sampling["runs"];
    for (const { values } of draft.data.series) remove(values["reply_rate"]!, "n", "n_of", "runs");
  },
  BL10(draft) {
    claimNothing(draft);
    for (const { values } of draft.data.series) remove(values["reply_rate"]!, "stdev", "stdev_kind", "runs");
  },
  BL11: ({ head }) => delete head.bench.sampling["unit"],
  BL12({ data }) {
    for (const { x, values } of data.series)
      values["error_ratio"] = { mean: x.map(() => 0.01), stdev: x.map(() => 0.02), n: x.map(() => 10), n_of: "runs" };
  },
  BL13({ head, data }) {
    head.charts["p99"] = { metric: "latency", stat: "mean" };
    for (const { x, values } of data.series)
      values["latency"] = columns(
        x.map(() => 0.01),
        0.1,
      );
  },
  BL14({ head, data }) {
    head.charts["p99"] = { metric: "latency", stat: "p99.9" };
    for (const { x, values } of data.series) {
      const { p99, ...rest } = values["latency"]!;
      values["latency"] = { ...rest, "p99.9": p99, n: x.map(() => 1200), n_of: "requests" };
    }
  },
  BL15: ({ data }) => ((data.series[0]!.values["latency"]!["p50"] as number[])[3] = 0.5),
  BL16(draft) {
    micro(draft, { ops_rate: { label: "Operations", unit: "1/s" } });
    for (const { values } of draft.data.series) values["ops_rate"] = columns([400, 1600, 1000], 0.01);
  },
  BL17(draft) {
    const time = { label: "Time", unit: "s", display: "ms" };
    micro(draft, { time_per_op: time, speedup: { label: "Speedup", unit: "1", display: "×" } });
    for (const { values } of draft.data.series) {
      values["time_per_op"] = columns([0.1, 0.3, 0.15], 0.01);
      values["speedup"] = columns([2, 4, 3], 0.01);
    }
  },
  BL18: (draft) => (draft.text += "\nNode.js is 3 times faster.\n"),
  BL19: ({ head }) => (head.summary = "Two servers answer up to 1,200 requests a second."),
  BL20: ({ head }) => (head.bench.claims[0]!["says"] = "less"),
  BL21({ data }) {
    for (const id of ["sent", "ok", "errors"]) data.metrics[id] = { label: `Requests ${id}`, unit: "1" };
    for (const { x, values } of data.series) {
      values["sent"] = { value: x.map(() => 10000) };
      values["ok"] = { value: x.map(() => 8800) };
      values["errors"] = { value: x.map(() => 0) };
    }
  },
  BL22({ head, data }) {
    Object.assign(head.bench.load, { model: "partly-open", latency_from: "actual-send" });
    for (const { x, values } of data.series) values["latency"]!["mean"] = x.map(() => 0.4);
  },
  BL23(draft) {
    delete draft.head.charts["errors"];
    draft.text = draft.text.replace('<div id="errors" class="flot"></div>', "");
  },
  BL24(draft) {
    draft.data.series[0] = series("node", "Node.js", 2000, 0.002);
    draft.head.bench.claims[0]!["factor"] = 1.3;
    draft.text = draft.text.replace("1.2 times", "1.3 times");
    draft.text += "\nNode.js peaks at 1,300 requests a second.\n";
  },
  BL25: ({ data }) => dropPoint(data.series[1]!, 6),
  BL26: ({ data }) => (data.metrics["reply_rate"] = { label: "Throughput", unit: "1" }),
  BL27: ({ head }) => Object.assign(head.charts["rps"]!, { mark: "bar", y: { domain: [150, 1400] } }),
  BL28: ({ head }) => Object.assign(head.charts["rps"]!, { mark: "bar", y: { scale: "log" } }),
  BL29: ({ head }) => (head.charts["rps"]!["tension"] = 0.4),
  BL30: (draft) => (draft.raw += "node 400 399\n"),
  BL31: ({ head }) => (head.bench.env.load["same_host"] = true),
  BL32({ data }) {
    data.metrics["load_cpu"] = { label: "Generator's processor time", unit: "1", display: "%" };
    data.series[1]!.values["load_cpu"] = { value: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.9, 1] };
  },
  BL33: ({ data }) => (data.series[1]!.environment["kernel"] = "5.10"),
  BL34: ({ head }) => (head.bench.load["order"] = "sequential"),
  BL35: ({ head }) => (head.bench.sampling["outliers_removed"] = 3),
  BL36: ({ head }) => (head.bench.sampling["percentiles_from"] = "mean-of-runs"),
  BL37: (draft) => addBytes(draft, { node: 2e6, python: 2e6 }),
  BL38({ head, data }) {
    const x = [200, 400, 600, 800, 1000, 1800, 2000, 2200];
    data.series = [series("node", "Node.js", 1200, 0.002, x), series("python", "Python", 1000, 0.004, x)];
    head.bench.claims[0]!["at"] = 2200;
  },
  BL39(draft) {
    draft.data.metrics["speedup"] = { label: "Speedup", unit: "1", display: "×" };
    draft.data.series[0]!.values["speedup"] = { value: [0.5, 0.7, 0.9, 1.1, 1.2, 1.2, 1.3, 1.3] };
    addChart(draft, "speedup", { metric: "speedup" });
  },
  BL40: ({ head }) => (head.charts["rps"]!["y2"] = { metric: "latency" }),
  BL41: (draft) => addChart(draft, "again", { metric: "reply_rate", y: { domain: [0, 5000] } }),
  BL42(draft) {
    const names = Array.from({ length: 40 }, (_, index) => `server-${index}`);
    draft.head.bench.env.software = Object.fromEntries(
      names.map((name) => [name, draft.head.bench.env.software["node"]!]),
    );
    draft.data.series = names.map((name) => series(name, name, 1200, 0.002));
    claimNothing(draft);
  },
  BL43: ({ head }) => (head.bench.claims[0]!["factor"] = 1.2003),
  BL44({ head }) {
    for (const chart of Object.values(head.charts)) chart["series"] = ["node"];
  },
  BL45: (draft) => (draft.text = draft.text.replace("## Limits", "## Notes")),
  BL46: ({ head }) => delete head.bench.load["cache"],
  BL47: ({ head }) => (head.bench.measured_at = "2024-01-02"),
  BL48: ({ head }) => (head.bench.interest = undefined),
  BL49({ head }) {
    const [claim] = head.bench.claims;
    head.bench.claims = Array.from({ length: 6 }, () => ({ ...claim }));
  },
  BL50: ({ head }) => (head.bench.env.software["python"]!["build"] = "debug"),
};

function remove(columnsOf: Record<string, unknown>, ...names: readonly string[]): void {
  for (const name of names) delete columnsOf[name];
}

function claimNothing(draft: Draft): void {
  draft.head.bench.claims = [];
  draft.text = draft.text.replace("1.2 times more", "more");
}

function addBytes({ data }: Draft, bytes: Readonly<Record<string, number>>): void {
  data.metrics["transferred"] = { label: "Transferred", unit: "B/s" };
  for (const { id, values } of data.series) {
    const { mean } = values["reply_rate"] as { mean: number[] };
    values["transferred"] = { mean: mean.map((rate) => rate * bytes[id]!) };
  }
}

export function addChart(draft: Draft, id: string, spec: Record<string, unknown>): void {
  draft.head.charts[id] = spec;
  draft.text += `\n<div id="${id}" class="flot"></div>\n`;
}

/** The article about two libraries: three tasks, one of which is none, and no load. */
function micro(draft: Draft, metrics: Draft["data"]["metrics"]): void {
  draft.data.x = { label: "Task", values: ["lists", "maps", "mean"] };
  draft.data.metrics = metrics;
  draft.head.charts = {};
  claimNothing(draft);
  draft.text = "\n## Limits\n";
  for (const one of draft.data.series) Object.assign(one, { x: ["lists", "maps", "mean"], values: {} });
  for (const metric of Object.keys(metrics)) addChart(draft, metric, { metric });
}

function dropPoint(one: Draft["data"]["series"][number], index: number): void {
  one.x.splice(index, 1);
  for (const statistics of Object.values(one.values)) {
    for (const column of Object.values(statistics)) if (Array.isArray(column)) column.splice(index, 1);
  }
}
