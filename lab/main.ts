import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeEnvironment } from "./environment.ts";
import type { Effort, Experiment, ExperimentModule } from "./experiment.ts";
import { Journal } from "./journal.ts";
import { Processes } from "./processes.ts";
import { describeAttempt } from "./progress.ts";
import { missing } from "./requirements.ts";
import { writeResults } from "./results.ts";
import { sweep } from "./sweep.ts";

const USAGE = `usage: npm run lab -- <experiment> [--quick] [--fresh] [--results] [--note TEXT]

  --quick    a few rates, once, in about five minutes; published data stay as they are
  --fresh    put an earlier journal aside instead of continuing it
  --results  measure nothing, write the results of the journal again
  --note     put a remark into the journal, for readers of the data, and measure nothing`;

/** Arguments, requirements, journal, sweep, results. Returns the exit code. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: "boolean" },
      fresh: { type: "boolean" },
      results: { type: "boolean" },
      note: { type: "string" },
    },
  });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0 || !/^[a-z0-9-]+$/.test(name)) return say(USAGE, 2);
  const module = await load(name);
  if (module === undefined) return say(`no experiment "${name}" in lab/experiments/`, 2);
  const lacking = missing(module.requirements);
  if (lacking !== undefined) return say(lacking, 1);

  const experiment = module.describe();
  const cores = 1 + Math.max(experiment.cores.server, experiment.cores.load);
  if (availableParallelism() < cores) return say(`this experiment needs ${cores} cores: one for the server alone`, 1);
  const mode = values.quick ? "quick" : "full";
  const effort = experiment[mode];
  const journal = new Journal(fileURLToPath(new URL(`.runs/${name}/${mode}.jsonl`, import.meta.url)));
  if (values.fresh) journal.putAside();
  const design = designOf(experiment, effort);
  if (journal.opening !== undefined && journal.opening.design !== design) {
    return say("the journal belongs to another design of this experiment; begin anew with --fresh", 1);
  }
  if (values.note !== undefined) addNote(journal, values.note);
  else if (!values.results) await measureWith(experiment, effort, journal, design);
  if (mode === "full") writeResults(experiment, effort, journal);
  return 0;
}

async function measureWith(experiment: Experiment, effort: Effort, journal: Journal, design: string): Promise<void> {
  if (journal.opening === undefined) {
    const startedAt = new Date().toISOString();
    journal.add({ kind: "opening", design, startedAt, environment: describeEnvironment(experiment) });
  } else addNote(journal, "Continued after an interruption, with new processes.");
  const processes = new Processes();
  const interrupt = () => void processes.stop().finally(() => process.exit(130));
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const pace = effort.seconds + 1.5;
  try {
    await sweep({
      experiment,
      effort,
      journal,
      processes,
      report: (attempt, left) => say(describeAttempt(attempt, { limits: experiment.limits, left, pace }), 0),
    });
  } finally {
    await processes.stop();
  }
}

function addNote(journal: Journal, text: string): void {
  journal.add({ kind: "note", at: new Date().toISOString(), text });
}

/** What must not change between the parts of one sweep. Limits may: they judge what was measured, and do not shape it. */
function designOf(experiment: Experiment, effort: Effort): string {
  const { name, cores, services, series, witnesses, settings } = experiment;
  const text = JSON.stringify({ name, cores, services, series, witnesses, settings, effort });
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

async function load(name: string): Promise<ExperimentModule | undefined> {
  const url = new URL(`experiments/${name}/experiment.ts`, import.meta.url);
  return existsSync(url) ? ((await import(url.href)) as ExperimentModule) : undefined;
}

function say(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = say(`lab: ${error instanceof Error ? error.message : String(error)}`, 70);
}
