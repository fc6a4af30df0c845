import { rmSync } from "node:fs";
import { join } from "node:path";
import { SourceError } from "../source/error.ts";
import { command } from "./command.ts";
import type { Effects } from "./effects.ts";
import { formatAll } from "./failure.ts";
import { Builder } from "./live/rebuild.ts";
import { Channel } from "./live/channel.ts";
import { movingHandler } from "./live/moving.ts";
import { toRemarks } from "./live/remark.ts";
import { liveScript } from "./live/script.ts";
import { watch } from "./live/watch.ts";
import { choosePort } from "./port.ts";
import { sitePrefix } from "./prefix.ts";
import { listen } from "./serve/listen.ts";

/** Beside the published site, which `dev` never touches. */
const output = join(".cache", "dev", "_site");

export const dev = command({
  name: "dev",
  summary: "Serves the site with its drafts and makes it anew whenever a file changes",
  options: {
    port: {
      type: "string",
      short: "p",
      value: "PORT",
      help: "where to listen (default: 8080, or the next that is free)",
    },
    pathprefix: {
      type: "string",
      value: "PATH",
      help: "where the site lives on its host (default: PATH_PREFIX, or site.json)",
    },
  },
  async run(values, _operands, effects) {
    const { port, orNext } = choosePort(values.port);
    let pathPrefix = prefixNow(effects, values.pathprefix) ?? "/";
    const folder = join(effects.cwd, output);
    rmSync(folder, { recursive: true, force: true });
    const channel = new Channel();
    const handler = movingHandler(folder, { pathPrefix, channel, script: await liveScript() });
    const server = await listen(handler.answer, port, orNext);
    const tellAddress = () => effects.stderr(`${server.origin}${pathPrefix} (end with Ctrl+C)\n`);
    tellAddress();
    const builder = new Builder({ project: effects.cwd, output: folder, pathPrefix }, effects.env);
    let told = "";
    const build = async (changed: readonly string[]): Promise<void> => {
      const outcome = await builder.build(changed);
      // Ctrl+C ends all processes of a terminal at once, and what these say then is no finding
      if (outcome === null || effects.stop.aborted) return;
      const findings = formatAll(outcome.diagnostics);
      // what was said of the last save need not be read again
      const known = outcome.good && findings !== "" && findings === told;
      effects.stderr(known ? outcome.text.replace(findings, "The same findings as before.\n") : outcome.text);
      told = findings;
      channel.tell(outcome.good, outcome.text, toRemarks(effects.cwd, outcome.diagnostics));
    };
    const move = (): void => {
      const now = prefixNow(effects, values.pathprefix) ?? pathPrefix;
      if (now === pathPrefix) return;
      pathPrefix = now;
      handler.move(now);
      builder.move(now);
      tellAddress();
    };
    void build([]);
    for await (const changed of watch(effects.cwd, effects.stop)) {
      effects.stderr(
        `${changed.slice(0, 3).join(", ")}${changed.length > 3 ? ` and ${changed.length - 3} more` : ""}\n`,
      );
      if (changed.includes("site.json")) move();
      void build(changed);
    }
    builder.stop();
    await server.close();
    return 0;
  },
});

/** Where the site lives as its settings are now; null while they cannot be read, which the build says. */
function prefixNow(effects: Effects, written: string | undefined): string | null {
  try {
    return sitePrefix(effects, written);
  } catch (error) {
    if (error instanceof SourceError) return null;
    throw error;
  }
}
