import { toJson } from "./check/json.ts";
import { judge } from "./check/judged.ts";
import { formatFindings, verdict } from "./check/people.ts";
import { toSarif } from "./check/sarif.ts";
import { command, UsageError } from "./command.ts";
import { version } from "./version.ts";

export const check = command({
  name: "check",
  summary: "Says what is wrong with posts, data and charts, and whether their benchmarks are honest",
  options: {
    strict: { type: "boolean", help: "end with 1 for every error, not only for what stops a build" },
    published: { type: "boolean", help: "leave out posts that are drafts" },
    json: { type: "boolean", help: "print the findings as JSON" },
    sarif: { type: "boolean", help: "print the findings as SARIF 2.1.0, for code review" },
    quiet: { type: "boolean", short: "q", help: "say nothing unless something is wrong" },
  },
  async run(values, _operands, effects) {
    if (values.json && values.sarif) throw new UsageError("--json and --sarif exclude each other", "Ask for one.");
    const judged = await judge({ project: effects.cwd, pathPrefix: null, drafts: !values.published });
    if (values.json) effects.stdout(toJson(judged));
    else if (values.sarif) effects.stdout(toSarif(judged, version()));
    else effects.stderr(formatFindings(judged));
    const failed = judged.diagnostics.some(({ severity }) => severity === "error");
    if (!values.quiet) effects.stderr(`${verdict(judged)}\n`);
    return judged.stopped || (values.strict && failed) ? 1 : 0;
  },
});
