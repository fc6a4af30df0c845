// The message bus on Node.js and Connect: GET /v1/queues/{name}/messages?limit=N&marker=ID
import { createServer } from "node:http";
import connect from "connect";
import { createClient } from "redis";

const [port, storePort, backlog] = process.argv.slice(2).map(Number);
const store = await createClient({ socket: { host: "127.0.0.1", port: storePort } }).connect();
const route = /^\/v1\/queues\/([a-z0-9-]+)\/messages$/;

const app = connect();
app.use(async (request, response, next) => {
  const url = new URL(request.url, "http://localhost");
  const queue = route.exec(url.pathname)?.[1];
  if (queue === undefined) return next();
  try {
    const marker = url.searchParams.get("marker");
    const limit = Number(url.searchParams.get("limit") ?? 10);
    const entries = await store.xRange(queue, marker ? `(${marker}` : "-", "+", { COUNT: limit });
    send(response, queue, limit, entries);
  } catch (error) {
    next(error);
  }
});

function send(response, queue, limit, entries) {
  if (entries.length === 0) return response.writeHead(204).end();
  const path = `/v1/queues/${queue}/messages`;
  const messages = entries.map(({ id, message }) => ({
    id,
    href: `${path}/${id}`,
    ttl: Number(message.ttl),
    event: JSON.parse(message.event),
  }));
  const next = `${path}?marker=${entries.at(-1).id}&limit=${limit}`;
  const body = Buffer.from(JSON.stringify({ messages, next }));
  response.writeHead(200, { "Content-Type": "application/json", "Content-Length": body.length }).end(body);
}

createServer({ noDelay: true }, app).listen({ host: "127.0.0.1", port, backlog });
