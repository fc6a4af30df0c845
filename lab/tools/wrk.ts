/** One wrk run: closed loop, a fixed number of connections, each asking again as soon as it is answered. */
export interface WrkLoad {
  readonly port: number;
  readonly uri: string;
  readonly connections: number;
  readonly keepAlive: boolean;
  readonly seconds: number;
}

/** The command line; one thread, because the generator has one core. */
export function wrkCommand({ port, uri, connections, keepAlive, seconds }: WrkLoad): string[] {
  return [
    "wrk",
    "-t1",
    `-c${connections}`,
    `-d${Math.round(seconds)}s`,
    "--latency",
    ...(keepAlive ? [] : ["-H", "Connection: close"]),
    `http://127.0.0.1:${port}${uri}`,
  ];
}

/** Replies per second as wrk prints them; null when it printed none. */
export function parseWrkRate(text: string): number | null {
  const match = /^Requests\/sec:\s+([\d.]+)/m.exec(text);
  return match ? Number(match[1]) : null;
}
