import { command } from "./command.ts";
import { formatAll } from "./failure.ts";
import { render } from "./eleventy.ts";
import { summary } from "./summary.ts";

export const check = command({
  name: "check",
  summary: "Reads posts, data and charts and says what is wrong, without writing a site",
  options: {
    published: { type: "boolean", help: "leave out posts that are drafts" },
    quiet: { type: "boolean", short: "q", help: "say nothing unless something is wrong" },
  },
  async run(values, _operands, effects) {
    const rendered = await render({ project: effects.cwd, output: null, pathPrefix: null, drafts: !values.published });
    effects.stderr(formatAll(rendered.warnings));
    if (!values.quiet)
      effects.stderr(`${summary(rendered)}: ${rendered.warnings.length === 0 ? "no faults" : "no errors"}\n`);
    return 0;
  },
});
