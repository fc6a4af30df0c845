import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A whole process, from its start to its end. */
export interface Run {
  /** Seconds. */
  readonly wall: number;
  /** Most memory of its main process that was resident, in bytes; NaN where the system does not tell. */
  readonly memory: number;
}

/** How often the system is asked for the memory, in milliseconds; it keeps the peak itself. */
const PACE = 25;

/** Runs a program to its end and throws what it said when that is not a good one. */
export function timeProcess(command: string, args: readonly string[], cwd: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(command, args, {
      cwd,
      // Observable Framework would tell its makers of each build
      env: { ...process.env, NODE_OPTIONS: "", OBSERVABLE_TELEMETRY_DISABLE: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let memory = NaN;
    const watch = setInterval(() => (memory = peakOf(child.pid!) ?? memory), PACE);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ wall: (performance.now() - began) / 1000, memory });
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${said.slice(-2000)}`));
    });
  });
}

/** Linux tells; null elsewhere, and for a process that has ended. */
function peakOf(pid: number): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : 1024 * Number(kilobytes);
  } catch {
    return null;
  }
}
