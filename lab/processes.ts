import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { connect } from "node:net";
import { getPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Service } from "./experiment.ts";
import { priority } from "./priority.ts";
import type { Running } from "./snapshot.ts";

/** A command pinned to one core, with priority where that is allowed. Needs no shell, so the process id is the command's own. */
export function pinned(core: number, command: readonly string[]): string[] {
  return ["nice", "-n", String(priority() - getPriority()), "taskset", "-c", String(core), ...command];
}

/** The processes that the lab started, and only those: all are stopped by their ids. */
export class Processes {
  private readonly children = new Set<ChildProcess>();

  /** Start a service and wait until it accepts connections. */
  async start(service: Service, core: number): Promise<Running> {
    // Another server on this port would be measured in place of ours.
    if (await accepts(service.port)) throw new Error(`port ${service.port}, which ${service.id} needs, is in use`);
    const child = this.spawn(pinned(core, service.command), service.env);
    let complaint = "";
    child.stderr?.on("data", (data: Buffer) => (complaint = (complaint + data).slice(-2000)));
    child.stdout?.resume();
    for (let tries = 0; tries < 100; tries++) {
      if (child.exitCode !== null) throw new Error(`${service.id} ended at once\n${complaint.trim()}`);
      if (await accepts(service.port)) return { id: service.id, role: service.role, pid: child.pid ?? 0 };
      await sleep(100);
    }
    throw new Error(`${service.id} does not answer on port ${service.port}\n${complaint.trim()}`);
  }

  /** Run a command to its end, but at most `limit` seconds, and return what it printed. */
  async run(command: readonly string[], limit: number): Promise<string> {
    const child = this.spawn(command);
    let output = "";
    let complaint = "";
    child.stdout?.on("data", (data: Buffer) => (output += data));
    child.stderr?.on("data", (data: Buffer) => (complaint = (complaint + data).slice(-2000)));
    const timer = setTimeout(() => child.kill("SIGKILL"), limit * 1000);
    const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
    clearTimeout(timer);
    if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}\n${complaint.trim()}`);
    return output;
  }

  /** Stop everything that still runs and wait until it has ended. */
  async stop(): Promise<void> {
    const ends = [...this.children].map(async (child) => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 2000);
      await ended;
      clearTimeout(timer);
    });
    await Promise.all(ends);
  }

  private spawn([program = "", ...args]: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
    // Detached means a session of its own, out of reach of the terminal's Ctrl-C: the lab ends it in order.
    const child = spawn(program, args, {
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.children.add(child);
    child.once("exit", () => this.children.delete(child));
    child.once("error", () => this.children.delete(child));
    if (child.pid !== undefined) favour(child.pid);
    return child;
  }
}

/** Linux groups sessions when it shares out the cores: niceness counts only inside a session unless the group has it too. */
function favour(pid: number): void {
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(priority()));
  } catch {
    // Without root, or on a kernel without these groups, the process keeps its ordinary share.
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.once("connect", () => (socket.destroy(), resolve(true)));
    socket.once("error", () => resolve(false));
  });
}
