/** Milliseconds after which a font that does not come is no longer waited for. */
const FONT_PATIENCE = 3000;

/** Whether the reader asked for little data, by a browser setting or a system one. */
export function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia("(prefers-reduced-data: reduce)").matches;
}

/** Resolves when the fonts that the page uses are there: text drawn earlier would have other widths than the picture's. */
export function fontsReady(): Promise<unknown> {
  return Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, FONT_PATIENCE))]);
}

/** The text at an address; an error with the status where the answer is not a good one. */
export async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.text();
}
