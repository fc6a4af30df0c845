/** Code that comes when it is first needed. */
export interface Late<T> {
  /** Null until it has come. */
  readonly here: () => T | null;
  /** Fetches it once. What did not come is asked for again the next time, which not every browser does before the page is reloaded. */
  readonly load: () => Promise<T>;
}

export function createLate<T>(fetch: () => Promise<T>): Late<T> {
  let here: T | null = null;
  let coming: Promise<T> | null = null;
  return {
    here: () => here,
    load: () =>
      (coming ??= fetch().then(
        (value) => (here = value),
        (error: unknown) => {
          coming = null;
          throw error;
        },
      )),
  };
}

/** Fetches what a reader is about to need, at the first sign of it. Failures are told when it is needed. */
export function loadBefore(element: Element, late: Late<unknown>, signs = ["pointerenter", "focusin"]): void {
  const load = (): void => void late.load().catch(() => undefined);
  for (const sign of signs) element.addEventListener(sign, load, { once: true });
}
