import { parseArgs } from "node:util";
import { attempt } from "./attempt.ts";
import { keep, recall, sameness } from "./found.ts";
import type { Caught } from "./hunt.ts";
import { targets } from "./list.ts";
import { watch } from "./watch.ts";

/**
 * Hunts for inputs that make the program fail rather than say what is wrong: `npm run fuzz -- --minutes 5`. Prints what was tried
 * every minute and at the end; keeps what made a fault in `fuzz/.found/`, and ends with 1 where there was any.
 */
const { values: options } = parseArgs({
  options: {
    minutes: { type: "string", default: "1" },
    only: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1e9) },
    repeat: { type: "string" },
  },
});

if (options.repeat !== undefined) {
  const { target, input } = recall(options.repeat);
  console.log(JSON.stringify(input));
  console.log(
    await attempt(
      targets.find(({ name }) => name === target)!,
      input,
    ),
  );
} else await search(Number(options.minutes), options.only?.split(","), Number(options.seed));

async function search(minutes: number, names: readonly string[] | undefined, seed: number): Promise<void> {
  const unknown = names?.filter((name) => !targets.some((target) => target.name === name)) ?? [];
  if (unknown.length > 0 || !(minutes > 0) || !Number.isInteger(seed)) {
    console.error(
      `usage: npm run fuzz -- --minutes N [--only ${targets.map(({ name }) => name).join(",")}] [--seed S]`,
    );
    process.exitCode = 2;
    return;
  }
  const only = targets.flatMap(({ name }, index) => (names?.includes(name) === false ? [] : [index]));
  const counts = targets.map(() => ({ inputs: 0, rejected: 0, faults: 0 }));
  const seen = new Set<string>();
  const caughtOne = (caught: Caught): void => {
    const same = sameness(caught);
    if (seen.has(same)) return;
    seen.add(same);
    counts[targets.findIndex(({ name }) => name === caught.target)]!.faults++;
    console.log(`\n${caught.target}: ${caught.error.slice(0, 1500)}\n  ${keep(caught)}\n`);
  };
  console.log(`seed ${seed}`);
  const start = Date.now();
  const table = (): string => {
    const rows = only.map((index) => ({ name: targets[index]!.name, ...counts[index]! }));
    const lines = rows.map(({ name, inputs, rejected, faults }) =>
      [name.padEnd(14), ...[inputs, rejected, faults].map((n) => String(n).padStart(10))].join(""),
    );
    const seconds = Math.round((Date.now() - start) / 1000);
    return [`after ${seconds} s          inputs  rejected    faults`, ...lines, ""].join("\n");
  };
  const everyMinute = setInterval(() => console.log(table()), 60_000);
  await watch({
    only,
    seed,
    until: start + minutes * 60_000,
    batch({ target, inputs, rejected, caught }) {
      counts[target]!.inputs += inputs;
      counts[target]!.rejected += rejected;
      if (caught) caughtOne(caught);
    },
    hung: caughtOne,
  });
  clearInterval(everyMinute);
  console.log(table());
  if (seen.size > 0) process.exitCode = 1;
}
