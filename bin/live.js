import { load } from "./load.js";

// the builds of `benchpost dev`, in a process of their own that is started anew when code changes
// nobody waits for builds any more, whatever this process is at
process.on("disconnect", () => process.exit());
try {
  const { answerBuilds } = await load("src/cli/live/worker.ts");
  answerBuilds();
} catch (error) {
  process.stderr.write(`${error.errors ? error.message : error.stack}\n`);
  process.exitCode = 70;
}
