import { fieldNames } from "../../benchmark/parse.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A rendered dataset with the fields of the author's own that stand in the one before it, which nothing here knows. */
export function withExtraFields(before: unknown, fresh: unknown): unknown {
  if (!isFields(before) || !isFields(fresh)) return fresh;
  const joined: Record<string, unknown> = { ...fresh };
  for (const [name, value] of Object.entries(before)) if (!(name in joined) && !known.has(name)) joined[name] = value;
  if (isFields(fresh["metrics"]) && isFields(before["metrics"]))
    joined["metrics"] = joinEach(before["metrics"], fresh["metrics"], new Set(["better", "denominator", "display"]));
  if (Array.isArray(fresh["series"]) && Array.isArray(before["series"])) {
    const old = before["series"].filter(isFields);
    joined["series"] = (fresh["series"] as Fields[]).map((one) =>
      joinFields(old.find(({ id }) => id === one["id"]) ?? {}, one, new Set(["flags", "environment"])),
    );
  }
  return joined;
}

/** Fields that are absent from a fresh dataset because it has none, not because nobody knows them. */
const known = new Set<string>(fieldNames.filter((name) => name !== "$schema"));

function joinEach(before: Fields, fresh: Fields, absent: ReadonlySet<string>): Fields {
  return Object.fromEntries(
    Object.entries(fresh).map(([name, value]) => [name, joinFields(before[name], value, absent)]),
  );
}

function joinFields(before: unknown, fresh: unknown, absent: ReadonlySet<string>): unknown {
  if (!isFields(before) || !isFields(fresh)) return fresh;
  const extra = Object.entries(before).filter(([name]) => !(name in fresh) && !absent.has(name));
  return { ...fresh, ...Object.fromEntries(extra) };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
