import type { SiteFile } from "../files.ts";
import type { Project } from "../project.ts";

/** The published data and the charts' files: JSON, CSV, SVG and PNG at their addresses. */
export async function chartFiles({ datasets }: Project): Promise<SiteFile[]> {
  return datasets.all.map(({ dataset, located }) => ({
    path: `/data/${dataset.name}.json`,
    content: JSON.stringify(located.value),
  }));
}
