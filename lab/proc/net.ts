/** Connections lost or lingering, as the kernel counts them. */
export interface NetworkCounts {
  /** Connections that a full accept queue turned away, since boot. */
  readonly listenOverflows: number;
  readonly listenDrops: number;
  /** Connection attempts that found no free local port are not counted by the kernel; httperf reports them itself. */
  readonly synRetransmits: number;
}

/** Parse /proc/net/netstat, where a line of names is followed by a line of values. */
export function parseNetstat(text: string): NetworkCounts {
  const lines = text.split("\n");
  const values = new Map<string, number>();
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const names = lines[index]?.split(" ") ?? [];
    const counts = lines[index + 1]?.split(" ") ?? [];
    names.forEach((name, column) => values.set(`${names[0]}${name}`, Number(counts[column])));
  }
  const read = (name: string) => values.get(`TcpExt:${name}`) ?? 0;
  return {
    listenOverflows: read("ListenOverflows"),
    listenDrops: read("ListenDrops"),
    synRetransmits: read("TCPSynRetrans"),
  };
}

/** Parse /proc/net/sockstat: connections in TIME_WAIT now. */
export function parseTimeWait(text: string): number {
  return Number(/^TCP:.*\btw (\d+)/m.exec(text)?.[1] ?? 0);
}
