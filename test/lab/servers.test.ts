import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { eventOf, fillQueues } from "../../lab/experiments/message-bus/events.ts";
import { requirements, servicesFrom } from "../../lab/experiments/message-bus/servers.ts";
import { Processes } from "../../lab/processes.ts";
import { missing } from "../../lab/requirements.ts";

/** Away from the ports of a sweep, which may be running. */
const FIRST_PORT = 7801;
const lacking = missing(requirements);

describe("message bus", { skip: lacking === undefined ? false : lacking.replaceAll("\n", "; ") }, () => {
  it("answers the same bytes from every server", { timeout: 60_000 }, async () => {
    const processes = new Processes();
    try {
      const { store, servers } = servicesFrom(FIRST_PORT);
      for (const service of [store, ...servers]) await processes.start(service, 0);
      await fillQueues(store.port);
      const answers = await Promise.all(servers.map(({ port }) => askAll(port)));
      for (const answer of answers) assert.deepEqual(answer, answers[0]);
      checkAnswers(answers[0]!);
    } finally {
      await processes.stop();
    }
  });

  it("has the same events in every run", () => {
    assert.equal(eventOf(7, 390), eventOf(7, 390));
    assert.ok(Math.abs(Buffer.byteLength(eventOf(1, 32_100)) - 32_100) < 1000);
  });
});

interface Answer {
  readonly status: number;
  readonly type: string | null;
  readonly body: string;
}

function checkAnswers([small, large, second, none, nowhere]: readonly Answer[]): void {
  assert.equal(small?.type, "application/json");
  assert.ok(Math.abs(small.body.length - 1024) < 64, `${small.body.length} bytes are not about 1 KiB`);
  assert.ok(Math.abs(large!.body.length - 65_536) < 1024, `${large!.body.length} bytes are not about 64 KiB`);
  const { messages, next } = JSON.parse(small.body) as { messages: { id: string; event: object }[]; next: string };
  assert.deepEqual(messages[0]?.event, JSON.parse(eventOf(1, 390)));
  assert.match(next, /marker=1700000000000-2&limit=2$/);
  assert.match(second!.body, /^\{"messages":\[\{"id":"1700000000000-3"/);
  assert.deepEqual([none?.status, none?.body], [204, ""]);
  assert.equal(nowhere?.status, 404);
}

async function askAll(port: number): Promise<Answer[]> {
  const paths = [
    "events/messages?limit=2",
    "reports/messages?limit=2",
    "events/messages?limit=2&marker=1700000000000-2",
  ];
  const found = await Promise.all([...paths, "nothing/messages"].map((path) => ask(port, `/v1/queues/${path}`)));
  // The words of a 404 are each framework's own.
  return [...found, { ...(await ask(port, "/v2")), type: null, body: "" }];
}

async function ask(port: number, path: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, type: response.headers.get("content-type"), body: await response.text() };
}
