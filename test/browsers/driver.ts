/** A browser other than the one of the other tests, as far as these tests need it. */
export interface Driver {
  /** Name and version, as the browser says them. */
  readonly name: string;
  /** Goes to an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run(body: string): Promise<unknown>;
  /** Presses keys one after the other: characters, or names of `keys`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Moves the mouse to a place in the window, and clicks there if asked to. */
  point(place: Place, click?: "click"): Promise<void>;
  close(): Promise<void>;
}

/** In CSS pixels from the upper left corner of what is seen. */
export interface Place {
  readonly x: number;
  readonly y: number;
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

/** The actions of WebDriver that move the mouse, and click. */
export function mouseActions({ x, y }: Place, click?: "click"): object[] {
  const move = { type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) };
  const clicks = [
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  return [
    {
      type: "pointer",
      id: "mouse",
      parameters: { pointerType: "mouse" },
      actions: [move, ...(click ? clicks : [])],
    },
  ];
}
