import { rmSync } from "node:fs";
import { join } from "node:path";
import { command } from "./command.ts";
import { formatAll } from "./failure.ts";
import { Builder } from "./live/rebuild.ts";
import { Channel } from "./live/channel.ts";
import { liveHandler } from "./live/handler.ts";
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
    const pathPrefix = sitePrefix(effects, values.pathprefix);
    const folder = join(effects.cwd, output);
    rmSync(folder, { recursive: true, force: true });
    const channel = new Channel();
    const server = await listen(liveHandler(folder, { pathPrefix, channel, script: await liveScript() }), port, orNext);
    effects.stderr(`${server.origin}${pathPrefix} (end with Ctrl+C)\n`);
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
    void build([]);
    for await (const changed of watch(effects.cwd, effects.stop)) {
      effects.stderr(
        `${changed.slice(0, 3).join(", ")}${changed.length > 3 ? ` and ${changed.length - 3} more` : ""}\n`,
      );
      void build(changed);
    }
    builder.stop();
    await server.close();
    return 0;
  },
});
