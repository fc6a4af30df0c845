import { relative } from "node:path";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

/** Prints a dot for each good test, all of a bad one where it fails, and the counts at the end. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let column = 0;
  for await (const { type, data } of events) {
    if (type === "test:pass" && data.details.type !== "suite") {
      yield "." + (++column % 100 === 0 ? "\n" : "");
    } else if (type === "test:fail") {
      const { name, details, file = "", line } = data;
      const { cause } = details.error;
      const what = cause instanceof Error ? cause.stack : inspect(cause ?? details.error);
      yield `\n✖ ${name} (${relative(process.cwd(), file)}:${line})\n${what}\n`;
      column = 0;
    } else if (type === "test:diagnostic" && data.nesting === 0) {
      yield `${column > 0 ? "\n" : ""}ℹ ${data.message}\n`;
      column = 0;
    }
  }
}
