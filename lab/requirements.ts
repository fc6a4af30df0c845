import { existsSync } from "node:fs";
import type { Requirement } from "./experiment.ts";

/** What is missing on this machine, as the lines that install it; undefined when everything is there. */
export function missing(
  requirements: readonly Requirement[],
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const lacking = requirements.filter(({ path }) => !exists(path));
  if (lacking.length === 0) return undefined;
  const wanted = (manager: "apt" | "npm") => [
    ...new Set(
      lacking.flatMap(({ install }) =>
        manager === "apt" ? ("apt" in install ? [install.apt] : []) : "npm" in install ? [install.npm] : [],
      ),
    ),
  ];
  const apt = wanted("apt");
  return [
    `not on this machine: ${lacking.map(({ path }) => path).join(", ")}`,
    "install with:",
    ...(apt.length > 0 ? [`  apt-get install -y ${apt.join(" ")}`] : []),
    ...wanted("npm").map((folder) => `  npm ci --prefix ${folder}`),
  ].join("\n");
}
