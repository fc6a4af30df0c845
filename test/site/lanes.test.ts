import assert from "node:assert/strict";
import { test } from "node:test";
import { inLanes } from "../../src/site/lanes.ts";

const numbers = Array.from({ length: 100 }, (_, i) => i);
const turn = (): Promise<void> => new Promise(setImmediate);

test("every item is worked on once, some at a time", async () => {
  const done: number[] = [];
  let [now, most] = [0, 0];
  await inLanes([numbers.slice(0, 70), numbers.slice(70)], async (number) => {
    most = Math.max(most, ++now);
    await turn();
    done.push(number);
    now--;
  });
  assert.deepEqual(
    done.sort((a, b) => a - b),
    numbers,
  );
  assert.ok(most > 1 && most < numbers.length, String(most));
});

test("a list whose items wait does not keep another one waiting", async () => {
  const done: string[] = [];
  let open: () => void = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  await inLanes(
    [
      ["slow", "slower"],
      ["quick", "last"],
    ],
    async (item) => {
      if (item.startsWith("slow")) await gate;
      if (item === "last") open();
      done.push(item);
    },
  );
  assert.deepEqual(done.slice(0, 2), ["quick", "last"]);
});

test("after a fault nothing begins, and it is thrown when nothing goes on", async () => {
  let [began, ended] = [0, 0];
  const work = inLanes([numbers], async (number) => {
    began++;
    await turn();
    ended++;
    if (number % 2 === 1) throw new Error(`no ${number}`);
  });
  await assert.rejects(work, { message: "no 1" });
  assert.equal(began, ended);
  assert.ok(began < numbers.length);
});
