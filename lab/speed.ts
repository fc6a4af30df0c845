import type { Processes } from "./processes.ts";
import { pinned } from "./processes.ts";

/** A fixed piece of work, timed ten times; prints the milliseconds of each. */
const WORK = `
  const times = [];
  for (let turn = 0; turn < 10; turn++) {
    const start = process.hrtime.bigint();
    let sum = 0;
    for (let index = 0; index < 1e6; index++) sum = (sum + index * index) % 7;
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  console.log(JSON.stringify(times));
`;

/**
 * How long the fixed work takes on a core right now: mean of ten turns, in seconds. On a virtual machine the speed of
 * a core may change by half from one second to the next without any sign in the kernel's counters; this shows it.
 */
export async function measureSpeed(processes: Processes, core: number): Promise<number> {
  const times = JSON.parse(await processes.run(pinned(core, [process.execPath, "-e", WORK]), 30)) as number[];
  return times.reduce((sum, time) => sum + time, 0) / times.length / 1000;
}
