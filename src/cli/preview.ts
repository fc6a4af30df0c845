import { existsSync } from "node:fs";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { command, Refusal } from "./command.ts";
import { recover } from "./folder/recover.ts";
import { choosePort } from "./port.ts";
import { sitePrefix } from "./prefix.ts";
import { siteHandler } from "./serve/handler.ts";
import { listen } from "./serve/listen.ts";

export const preview = command({
  name: "preview",
  summary: "Serves the built site as a host would",
  options: {
    output: { type: "string", short: "o", value: "FOLDER", help: "the built site (default: _site)" },
    pathprefix: { type: "string", value: "PATH", help: "where the site lives on its host, as it was built" },
    port: {
      type: "string",
      short: "p",
      value: "PORT",
      help: "where to listen (default: 8080, or the next that is free)",
    },
  },
  async run(values, _operands, effects) {
    const folder = resolve(effects.cwd, values.output ?? "_site");
    recover(folder);
    if (!existsSync(join(folder, "index.html"))) {
      throw new Refusal(`there is no site in ${values.output ?? "_site"}`, "Run benchpost build first.");
    }
    const { port, orNext } = choosePort(values.port);
    const pathPrefix = sitePrefix(effects, values.pathprefix);
    const server = await listen(siteHandler(folder, { pathPrefix, packed: true }), port, orNext);
    effects.stderr(`${folder} at ${server.origin}${pathPrefix}\n`);
    if (!effects.stop.aborted) await once(effects.stop, "abort");
    await server.close();
    return 0;
  },
});
