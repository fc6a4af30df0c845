import type { Point, Reading } from "../reading.ts";
import type { Input } from "./input.ts";
import { compareNames } from "./order.ts";

/** What was taken out of the readings, for the author to know: `2 host names`. Empty when nothing was. */
export type LeftOut = readonly string[];

/**
 * Takes out what is nobody else's business: names of machines and people, home folders, queries and passwords of
 * addresses. Machines become host-1, host-2 …, in the order of their names. The loopback address says nothing and stays.
 */
export function stripPrivate(inputs: readonly Input[]): { readonly inputs: Input[]; readonly leftOut: LeftOut } {
  const hosts = new Map(namesOfHosts(inputs).map((name, i) => [name, `host-${i + 1}`]));
  const people = new Set(inputs.flatMap(({ reading }) => namesIn(reading.environment, isPersonKey)));
  const found = new Map<string, Set<string>>();
  const take = (kind: string, what: string) => found.set(kind, (found.get(kind) ?? new Set()).add(what));
  const clean = (text: string): string => {
    let left = text
      .replace(homes, (folder) => (take("home folder", folder), "~"))
      .replace(addresses, (_address, scheme: string, user: string | undefined, host: string, rest: string) => {
        if (user !== undefined) take("user of an address", user);
        const query = rest.search(/[?#]/);
        if (query >= 0) take("query of an address", rest.slice(query));
        return `${scheme}${hostShown(host)}${query < 0 ? rest : rest.slice(0, query)}`;
      })
      .replace(/(?<=\/[^\s?"']*)\?[^\s"']*=[^\s"']*/g, (query) => (take("query of an address", query), ""));
    for (const [name, shown] of hosts) left = replaceWord(left, name, shown, () => take("host name", name));
    for (const name of people) left = replaceWord(left, name, "someone", () => take("user name", name));
    return left;
  };
  const hostShown = (host: string): string => {
    const [name = "", port] = host.split(/:(?=\d+$)/);
    if (isLoopback(name)) return host;
    take("host name", name);
    return `${hosts.get(name) ?? "host"}${port === undefined ? "" : `:${port}`}`;
  };
  const own = ownParts(inputs.map(({ file }) => file));
  const stripped = inputs.map((input) => ({
    ...input,
    file: clean(own.get(input.file) ?? input.file),
    reading: stripReading(input.reading, clean, (key, value) =>
      take(isPersonKey(key) ? "user name" : "host name", value),
    ),
  }));
  const leftOut = [...found].map(([kind, all]) => `${all.size} ${all.size === 1 ? kind : plural(kind)}`);
  return { inputs: stripped, leftOut };
}

const homes = /(?:\/(?:home|Users)\/|[A-Za-z]:\\Users\\)[^/\\\s"':]+|\/root(?=\/|$)/g;
const addresses = /\b((?:https?|wss?|tcp|redis|postgres(?:ql)?):\/\/)([^/\s@"']*@)?([^/?#\s"']+)([^\s"']*)/gi;

function plural(kind: string): string {
  const [first = "", ...rest] = kind.split(" ");
  if (rest[0] === "of")
    return [first.endsWith("y") ? `${first.slice(0, -1)}ies` : `${first}s`, "of addresses"].join(" ");
  return `${kind}s`;
}

/** Files outside the project without the folders above them, which are the author's machine: what they share is left out. */
function ownParts(files: readonly string[]): ReadonlyMap<string, string> {
  const outside = files.filter((file) => /^(?:\/|~|\.\.|[A-Za-z]:[\\/])/.test(file));
  const folders = outside.map((file) => file.replace(homes, "~").split(/[\\/]/));
  const shortest = Math.min(...folders.map((names) => names.length - 1), outside.length === 0 ? 0 : Number.MAX_VALUE);
  let shared = 0;
  while (shared < shortest && folders.every((names) => names[shared] === folders[0]![shared])) shared++;
  return new Map(outside.map((file, i) => [file, folders[i]!.slice(shared).join("/")]));
}

const isHostKey = (key: string) =>
  /^(?:host|host_?name|hostname|node|nodename|machine_?name|computer_?name)$/i.test(key);
const isPersonKey = (key: string) => /^(?:user|user_?name|username|login|owner|email)$/i.test(key);

export function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/i.test(host);
}

function namesOfHosts(inputs: readonly Input[]): string[] {
  const names = inputs.flatMap(({ reading }) => [
    ...reading.points.flatMap(({ labels }) => [labels["host"], labels["server"]].filter((one) => one !== undefined)),
    ...namesIn(reading.environment, isHostKey),
  ]);
  return [...new Set(names)].filter((name) => name !== "" && !isLoopback(name)).toSorted(compareNames);
}

function namesIn(value: unknown, wanted: (key: string) => boolean): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" ? (wanted(key) && inner.length > 1 ? [inner] : []) : namesIn(inner, wanted),
  );
}

function replaceWord(text: string, word: string, by: string, told: () => void): string {
  if (!text.includes(word)) return text;
  const quoted = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\w.-])${quoted}(?![\\w-]|\\.\\w)`, "g"), () => {
    told();
    return by;
  });
}

type Clean = (text: string) => string;

function stripReading(reading: Reading, clean: Clean, dropped: (key: string, value: string) => void): Reading {
  return {
    ...reading,
    points: reading.points.map((point) => stripPoint(point, clean)),
    assumed: reading.assumed.map(clean),
    environment: stripRecord(reading.environment, clean, dropped),
    warnings: reading.warnings.map((one) => ({ ...one, fact: clean(one.fact), help: clean(one.help) })),
  };
}

function stripPoint(point: Point, clean: Clean): Point {
  return {
    ...point,
    series: point.series === null ? null : clean(point.series),
    labels: cleanAll(point.labels, clean),
    ...(point.fullName === undefined ? {} : { fullName: clean(point.fullName) }),
    ...(point.parameters === undefined ? {} : { parameters: cleanAll(point.parameters, clean) }),
    x: point.x.map((one) => (typeof one.value === "string" ? { ...one, value: clean(one.value) } : one)),
    flags: point.flags.map((flag) => ({ ...flag, note: clean(flag.note) })),
  };
}

function cleanAll(texts: Readonly<Record<string, string>>, clean: Clean): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, clean(text)]));
}

function stripRecord(
  record: Readonly<Record<string, unknown>>,
  clean: Clean,
  dropped: (key: string, value: string) => void,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (typeof value === "string" && (isHostKey(key) || isPersonKey(key))) dropped(key, value);
    else kept[key] = stripValue(value, clean, dropped);
  }
  return kept;
}

function stripValue(value: unknown, clean: Clean, dropped: (key: string, value: string) => void): unknown {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map((item) => stripValue(item, clean, dropped));
  if (typeof value !== "object" || value === null) return value;
  return stripRecord(value as Record<string, unknown>, clean, dropped);
}
