import { once } from "node:events";
import type { TestContext } from "node:test";
import { start } from "./program.ts";

/** What an open page hears of a build. */
export interface News {
  readonly build: number;
  readonly fault: string | null;
  readonly remarks: readonly { readonly text: string; readonly line: string }[];
}

/** A running `benchpost dev`, as a person and an open page see it. */
export interface Dev {
  readonly child: ReturnType<typeof start>;
  readonly origin: string;
  /** What the terminal shows so far. */
  said(): string;
  /** The next news. */
  next(): Promise<News>;
}

/** Starts `benchpost dev` in a folder; it ends with the test. */
export async function startDev(t: TestContext, cwd: string): Promise<Dev> {
  const child = start(["dev", "--port", "0"], { cwd });
  t.after(() => child.kill("SIGKILL"));
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  while (!said.includes("\n")) await once(child.stderr, "data");
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? "";
  const news = listenTo(origin);
  return { child, origin, said: () => said, next: async () => (await news.next()).value as News };
}

async function* listenTo(origin: string): AsyncGenerator<News> {
  const { body } = await fetch(`${origin}/.benchpost/news`);
  let text = "";
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    const messages = (text + part).split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) yield JSON.parse(message.replace("data: ", "")) as News;
  }
}
