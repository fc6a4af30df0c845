import { filesIn } from "../site/files.ts";
import { command } from "./command.ts";
import { render, type Rendered } from "./eleventy.ts";
import { formatAll } from "./failure.ts";
import { compressFolder } from "./folder/compress.ts";
import { keepSpare, makeSpare } from "./folder/keep.ts";
import { replaceFolder } from "./folder/replace.ts";
import { outputFolder } from "./output.ts";
import { showBuild } from "./progress.ts";
import { counted, summary } from "./summary.ts";

export const build = command({
  name: "build",
  summary: "Makes the site in _site/, whole or not at all",
  options: {
    output: { type: "string", short: "o", value: "FOLDER", help: "where to put the site (default: _site)" },
    pathprefix: {
      type: "string",
      value: "PATH",
      help: "where the site lives on its host (default: PATH_PREFIX, or site.json)",
    },
    drafts: { type: "boolean", help: "with posts that are drafts" },
    compress: { type: "boolean", help: "with .br and .gz beside every text, for hosts that send them" },
    quiet: { type: "boolean", short: "q", help: "say nothing unless something is wrong" },
  },
  async run(values, _operands, effects) {
    const began = performance.now();
    const folder = outputFolder(effects.cwd, values.output);
    const line = showBuild(effects, values.quiet ? false : undefined);
    const make = async (output: string): Promise<Rendered & { readonly written: string }> => {
      const rendered = await render({
        project: effects.cwd,
        output,
        pathPrefix: values.pathprefix ?? effects.env["PATH_PREFIX"] ?? null,
        drafts: values.drafts ?? false,
        replaces: folder,
        progress: line.show,
      });
      const files = counted(rendered.files ?? filesIn(output).length, "file");
      const compressed = values.compress ? `, ${await compressFolder(output)} of them compressed` : "";
      return { ...rendered, written: files + compressed };
    };
    const retire = (old: string): void => keepSpare(effects.cwd, folder, old);
    const made = await replaceFolder(folder, make, retire).finally(line.end);
    makeSpare(effects.cwd, folder);
    effects.stderr(formatAll(made.warnings));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (!values.quiet) effects.stderr(`${values.output ?? "_site"}: ${summary(made)}, ${made.written}, ${seconds} s\n`);
    if (!values.quiet && !values.drafts && made.posts === 0) effects.stderr(noPost);
    return 0;
  },
});

/** Who starts a post with `new` and builds may wonder where it is. */
const noPost = "No post is published: drafts are shown by `benchpost dev`, and published without draft: true.\n";
