import type { Diagnostic } from "../source/diagnostic.ts";
import type { Reading } from "./reading.ts";
import { distribution } from "./scan/distribution.ts";
import { tally } from "./scan/tally.ts";
import { vegetaAssumed, vegetaLoad, vegetaPoint } from "./vegeta-point.ts";

/** Takes single results in, whatever they are written as. */
export interface Attacks {
  /** `seconds` and `nanoseconds` say when the request was sent. */
  add(attack: string, seconds: number, nanoseconds: number, code: number, latency: number, bytesIn: number): void;
  reading(format: string, warnings: readonly Diagnostic[]): Reading;
}

type Attack = ReturnType<typeof begin>;

/** Sums results up by the name of their attack, as vegeta's own report does. */
export function attacks(): Attacks {
  const all = new Map<string, Attack>();
  // Doubles hold epoch nanoseconds only to a quarter microsecond: times are kept relative to the first second.
  let origin: number | null = null;
  return {
    add(name, seconds, nanoseconds, code, latency, bytesIn) {
      origin ??= seconds;
      let attack = all.get(name);
      if (attack === undefined) all.set(name, (attack = begin()));
      const sent = seconds - origin + nanoseconds / 1e9;
      if (sent < attack.first) attack.first = sent;
      if (sent > attack.last) attack.last = sent;
      if (sent + latency / 1e9 > attack.end) attack.end = sent + latency / 1e9;
      attack.codes.add(code);
      attack.times.record(latency);
      attack.bytesIn += bytesIn;
    },
    reading: (format, warnings) => ({
      format,
      tool: "vegeta",
      toolVersion: null,
      points: [...all].map(([name, attack]) => toPoint(name, attack, origin ?? 0)),
      rows: [...all.values()].reduce((sum, { times }) => sum + times.count, 0),
      load: vegetaLoad,
      assumed: vegetaAssumed,
      environment: {},
      warnings,
    }),
  };
}

function begin() {
  return {
    first: Number.POSITIVE_INFINITY,
    last: Number.NEGATIVE_INFINITY,
    end: Number.NEGATIVE_INFINITY,
    codes: tally<number>(),
    times: distribution(),
    bytesIn: 0,
  };
}

function toPoint(name: string, { first, last, end, codes, times, bytesIn }: Attack, origin: number) {
  const requests = times.count;
  const good = [...codes.counts].reduce((sum, [code, count]) => (code >= 200 && code < 400 ? sum + count : sum), 0);
  return vegetaPoint({
    attack: name === "" ? null : name,
    requests,
    rate: last > first ? requests / (last - first) : null,
    throughput: end > first ? good / (end - first) : null,
    attackTime: last - first,
    wait: end - last,
    latency: times.figures(),
    statuses: Object.fromEntries([...codes.counts].map(([code, count]) => [String(code), count])),
    failed: requests - good,
    bytesIn,
    start: origin + first,
  });
}
