import { readFileSync } from "node:fs";
import { parseNetstat, parseTimeWait, type NetworkCounts } from "./proc/net.ts";
import { parseCoreTimes, parseProcessTime, parseSchedule, type CoreTime } from "./proc/stat.ts";

/** A running service, as the watch needs it. */
export interface Running {
  readonly id: string;
  readonly role: "server" | "store";
  readonly pid: number;
}

/** The machine's counters at one moment. Times in seconds. */
export interface Snapshot {
  readonly time: number;
  readonly cores: readonly CoreTime[];
  readonly services: readonly { id: string; role: "server" | "store"; cpu: number; waited: number }[];
  /** Processor time of finished children: what the load generators have used so far. */
  readonly generators: number;
  readonly network: NetworkCounts;
  readonly timeWait: number;
}

/** Read the counters now. */
export function takeSnapshot(services: readonly Running[], read: (path: string) => string = readText): Snapshot {
  return {
    time: performance.now() / 1000,
    cores: parseCoreTimes(read("/proc/stat")),
    services: services.map(({ id, role, pid }) => ({
      id,
      role,
      cpu: parseProcessTime(read(`/proc/${pid}/stat`)).own,
      waited: parseSchedule(read(`/proc/${pid}/schedstat`)).waited,
    })),
    generators: parseProcessTime(read("/proc/self/stat")).children,
    network: parseNetstat(read("/proc/net/netstat")),
    timeWait: parseTimeWait(read("/proc/net/sockstat")),
  };
}

function readText(path: string): string {
  return readFileSync(path, "utf8");
}
