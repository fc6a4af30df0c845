import assert from "node:assert/strict";
import { importTexts } from "../../src/importers/dataset/import-texts.ts";

/** The parts of a written dataset that tests look at. */
export interface Written {
  readonly x: { readonly name: string; readonly values?: readonly string[] };
  readonly metrics: Record<string, { readonly unit: string; readonly display?: string; readonly better?: string }>;
  readonly series: readonly {
    readonly label: string;
    readonly x: readonly (number | string)[];
    readonly values: Record<string, Record<string, unknown>>;
  }[];
  readonly charts: Record<string, { readonly mark?: string }>;
}

/** The dataset `made` that an import of some files, by their names, writes. */
export async function datasetOf(files: Readonly<Record<string, string>>): Promise<Written> {
  const inputs = Object.entries(files).map(([file, text]) => ({ file, bytes: new TextEncoder().encode(text) }));
  const { dataset, diagnostics } = await importTexts(inputs, { name: "made" });
  assert.ok(dataset !== null, JSON.stringify(diagnostics));
  return JSON.parse(dataset) as Written;
}
