/** A browser other than the one of the other tests, as far as a smoke test needs it. */
export interface Driver {
  /** Name and version, as the browser says them. */
  readonly name: string;
  /** Goes to an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run(body: string): Promise<unknown>;
  /** Presses keys one after the other: characters, or names of `keys`. */
  press(...keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Keys without a character, as WebDriver writes them (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
export const keys = {
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  Enter: "\uE007",
  Escape: "\uE00C",
  Tab: "\uE004",
} as const;

/** The actions of WebDriver that press keys. */
export function keyActions(pressed: readonly string[]): object[] {
  const actions = pressed.flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return [{ type: "key", id: "keyboard", actions }];
}
