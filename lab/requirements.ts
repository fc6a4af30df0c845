import { existsSync } from "node:fs";
import type { Requirement } from "./experiment.ts";

/** What is missing on this machine, as the lines that install it; undefined when everything is there. */
export function missing(
  requirements: readonly Requirement[],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const lacking = requirements.filter(({ path }) => !exists(path));
  if (lacking.length === 0) return undefined;
  const lines = lacking.map(({ install }) => install);
  const apt = unique(lines.flatMap((install) => ("apt" in install ? [install.apt] : [])));
  const npm = unique(lines.flatMap((install) => ("npm" in install ? [install.npm] : [])));
  const own = unique(lines.flatMap((install) => ("run" in install ? [install.run] : [])));
  return [
    `not on this machine: ${lacking.map(({ path }) => path).join(", ")}`,
    "install with:",
    ...(apt.length > 0 ? [`  apt-get install -y ${apt.join(" ")}`] : []),
    ...npm.map((folder) => `  npm ci --prefix ${folder}`),
    ...own.map((command) => `  ${command}`),
  ].join("\n");
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
