/** Processor time of one core or one process, in seconds. */
export interface CoreTime {
  /** Time of ordinary processes: user, nice and system; interrupts are left out because they belong to no process. */
  readonly busy: number;
  readonly interrupts: number;
  readonly steal: number;
}

/** Linux reports these times in ticks of 10 ms whatever the kernel's own tick is. */
const TICK = 0.01;

/** Parse /proc/stat: one entry a core, in the order of the cores. */
export function parseCoreTimes(text: string): CoreTime[] {
  return text
    .split("\n")
    .filter((line) => /^cpu\d/.test(line))
    .map((line) => {
      const ticks = line.trim().split(/\s+/).slice(1).map(Number);
      const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = ticks;
      return { busy: (user + nice + system) * TICK, interrupts: (irq + softirq) * TICK, steal: steal * TICK };
    });
}

/** Parse /proc/PID/stat: the process's own time and that of children it has waited for, in seconds. */
export function parseProcessTime(text: string): { own: number; children: number } {
  // The name in parentheses may hold blanks and parentheses itself: count fields from the last one.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [utime = 0, stime = 0, cutime = 0, cstime = 0] = fields.slice(11, 15);
  return { own: (utime + stime) * TICK, children: (cutime + cstime) * TICK };
}

/** Parse /proc/PID/schedstat: seconds on a core, and seconds ready but waiting for one. */
export function parseSchedule(text: string): { ran: number; waited: number } {
  const [ran = 0, waited = 0] = text.trim().split(" ").map(Number);
  return { ran: ran / 1e9, waited: waited / 1e9 };
}
