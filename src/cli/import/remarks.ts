import type { Dataset, Series } from "../../benchmark/dataset.ts";
import { showPlace } from "./table.ts";

/** More lines than a person reads at a terminal: all of them stand in the dataset. */
const mostLines = 12;

/** The points that have something wrong with them: a line for each series and flag, with the places where it holds. */
export function describeFlags({ x, series }: Pick<Dataset, "x" | "series">): string[] {
  const lines = series.flatMap((one) => [...groupFlags(one)].map((flags) => flagLine(one, flags, x)));
  const rest = lines.length - mostLines;
  return rest <= 0 ? lines : [...lines.slice(0, mostLines), `${rest} more such lines stand in the dataset`];
}

type Flags = Series["flags"];

function groupFlags({ flags }: Series): Iterable<Flags> {
  const groups = new Map<string, Flags[number][]>();
  for (const one of flags) {
    const key = `${one.flag} ${one.metric ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups.values();
}

function flagLine({ id }: Series, flags: Flags, axis: Dataset["x"]): string {
  const [first] = flags;
  const stats = [...new Set(flags.flatMap(({ stat }) => stat ?? []))];
  const of = first!.metric === null ? "" : ` ${[first!.metric, ...stats].join(" ")}`;
  const places = [...new Set(flags.map((flag) => showPlace(flag.x, axis)))];
  const where = places.length > 4 ? `${places.length} points` : places.join(", ");
  const note = first!.note === null ? "" : ` (${places.length > 1 ? `${places[0]}: ` : ""}${first!.note})`;
  return `${id}: ${first!.flag}${of} at ${where}${note}`;
}

/** What the tools imply about the load: what is to be known before the figures are compared with others. */
export function describeLoad(load: Dataset["load"]): string[] {
  const models = Array.isArray(load["generators"]) ? (load["generators"] as Record<string, unknown>[]) : [load];
  return models.flatMap((model) => {
    const { name = "", version } = (model["generator"] ?? {}) as { name?: string; version?: string };
    const tool = version === undefined ? name : version.startsWith(name) ? version : `${name} ${version}`;
    const loop = loops[String(model["model"])];
    const missing = model["model"] === "closed" && model["coordinated_omission"] === "present" ? flattered : "";
    return [
      ...(loop === undefined ? [] : [`${tool}: ${loop}${missing}`]),
      ...(typeof model["errors"] === "string" ? [`${tool}: errors are ${model["errors"]}`] : []),
      ...(typeof model["throughput"] === "string" ? [`${tool}: throughput is ${model["throughput"]}`] : []),
    ];
  });
}

const loops: Readonly<Record<string, string>> = {
  open: "sends on schedule, whatever comes back (open loop)",
  closed: "waits for answers before it sends more (closed loop)",
};

const flattered = ": response times of a server that stalls look better than they are (coordinated omission)";
