import { percentileName } from "./known.ts";
import { parseNumber } from "./number.ts";

/** The figures of one hey report: hey prints seconds with four decimals. */
export function heyFigures(text: string) {
  const number = (name: string) => {
    const found = new RegExp(`^ *${name}:[ \\t]+(\\S+)`, "m").exec(text)?.[1];
    return found === undefined ? null : parseNumber(found);
  };
  const [, statusBlock = ""] = /^Status code distribution:\n((?: .*\n?)*)/m.exec(text) ?? [];
  const [, errorBlock = ""] = /^Error distribution:\n((?: .*\n?)*)/m.exec(text) ?? [];
  const times = { mean: number("Average"), min: number("Fastest"), max: number("Slowest") };
  // Some versions print "10%% in".
  const percentiles = [...text.matchAll(/^ *(\d+(?:\.\d+)?)%+ in (\S+) secs/gm)];
  return {
    duration: number("Total"),
    rate: number("Requests/sec"),
    bytes: number("Total data"),
    times: {
      ...times,
      ...Object.fromEntries(percentiles.map(([, percent, time]) => [percentileName(percent!), parseNumber(time!)])),
    },
    statuses: Object.fromEntries(
      [...statusBlock.matchAll(/\[(\d+)\]\s+(\d+) responses/g)].map(([, status, count]) => [status!, Number(count)]),
    ),
    errorsBy: Object.fromEntries(
      [...errorBlock.matchAll(/\[(\d+)\]\s+(.+)/g)].map(([, count, message]) => [message!.trim(), Number(count)]),
    ),
  };
}
