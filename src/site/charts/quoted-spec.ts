import type { Dataset } from "../../benchmark/dataset.ts";
import { quoteIn } from "../../benchmark/quote/text.ts";
import { error, type Problem } from "../../chart/decide/problem.ts";
import type { ChartSpec } from "../../chart/spec.ts";

/** A chart's description with the figures that its title, its caption and its remarks quote, and the datasets they are from. */
export function quotedSpec(
  spec: ChartSpec,
  datasets: readonly Dataset[],
): { readonly spec: ChartSpec; readonly from: readonly string[]; readonly problems: readonly Problem[] } {
  const from: string[] = [];
  const problems: Problem[] = [];
  const made = (text: string, path: Problem["path"]): string => {
    const { text: quoted, faults, from: named } = quoteIn(text, datasets);
    from.push(...named);
    problems.push(...faults.map(({ code, fact, help }) => error(code, path, fact, help)));
    return quoted;
  };
  const { title, caption, annotations } = spec;
  const quoted: ChartSpec = {
    ...spec,
    ...(title !== undefined && { title: made(title, ["title"]) }),
    ...(caption !== undefined && { caption: made(caption, ["caption"]) }),
    ...(annotations && {
      annotations: annotations.map((one, index) => ({
        ...one,
        label: made(one.label, ["annotations", index, "label"]),
      })),
    }),
  };
  return { spec: quoted, from, problems };
}
