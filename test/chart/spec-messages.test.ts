import { join } from "node:path";
import { suite } from "node:test";
import { parseChartSpec } from "../../src/chart/spec-parse.ts";
import { formatDiagnostic } from "../../src/source/diagnostic.ts";
import { parseFrontMatter } from "../../src/site/posts/front-matter.ts";
import { testGoldens } from "../golden.ts";

suite("what is said about bad chart descriptions", () => {
  testGoldens(join(import.meta.dirname, "bad"), ".md", (text, file) => {
    const { fields } = parseFrontMatter({ file: `posts/${file}`, text });
    const { diagnostics } = parseChartSpec(fields, ["charts", "graph-1"]);
    return diagnostics.map((diagnostic) => `${formatDiagnostic(diagnostic)}\n`).join("");
  });
});
