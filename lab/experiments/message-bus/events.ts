import { createConnection } from "node:net";

/** What a queue holds: `count` events, the JSON of each about `bytes` long. */
interface Queue {
  readonly name: string;
  readonly count: number;
  readonly bytes: number;
}

/** Two events of a queue make an answer of about 1 KiB or 64 KiB: more bytes, but not more things to parse. */
const QUEUES: readonly Queue[] = [
  { name: "events", count: 100, bytes: 390 },
  { name: "reports", count: 10, bytes: 32_100 },
];
const KINDS = ["volume.attached", "server.resized", "image.uploaded", "network.joined", "backup.finished"];
const PLACES = ["Zürich", "Reykjavík", "Nairobi", "Osaka", "São Paulo"];

/** The n-th event, as a bus carries it: nested, not all ASCII, of about `bytes` bytes, and the same in every run. */
export function eventOf(n: number, bytes: number): string {
  const head = {
    type: KINDS[n % KINDS.length],
    tenant: `tenant-${(n * 7919) % 1000}`,
    place: PLACES[n % PLACES.length],
    size: (n * 104729) % 65536,
    urgent: n % 3 === 0,
  };
  const line = (index: number) => `step ${index} of "${head.type}" took ${(index * 7907 * n) % 997} ms`;
  const log = Array.from({ length: Math.max(0, Math.round((bytes - 120) / 44)) }, (_, index) => line(index + 1));
  return JSON.stringify({ ...head, log });
}

/** Write the queues, as Redis streams, into the store on a loopback port. */
export async function fillQueues(port: number): Promise<void> {
  const commands = QUEUES.flatMap(({ name, count, bytes }) => [
    encode(["DEL", name]),
    ...Array.from({ length: count }, (_, index) =>
      // Fixed ids, as a clock's would change the answers from run to run.
      encode(["XADD", name, `1700000000000-${index + 1}`, "ttl", "300", "event", eventOf(index + 1, bytes)]),
    ),
  ]);
  await exchange(port, `${commands.join("")}${encode(["QUIT"])}`);
}

/** Redis's own request format; two commands are no reason for a client library at this end. */
function encode(words: readonly string[]): string {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join("")}`;
}

function exchange(port: number, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: "127.0.0.1", port }, () => socket.write(text));
    let answer = "";
    socket.on("data", (data: Buffer) => (answer += data));
    socket.once("error", reject);
    socket.once("close", () => {
      const fault = /^-.*$/m.exec(answer);
      if (fault) reject(new Error(`store: ${fault[0]}`));
      else resolve();
    });
  });
}
