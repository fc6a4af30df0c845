import { DEFAULT_VIEW, nextView, type Action, type View } from "../chart/adjust/view.ts";

/** Holds the view of charts that belong together and tells each of them when it has changed. */
export interface Store {
  readonly view: () => View;
  readonly send: (action: Action) => void;
  /** Calls the listener after each change with the view before and after. */
  readonly listen: (listener: Listener) => void;
}

export type Listener = (view: View, before: View) => void;

export function createStore(initial: View = DEFAULT_VIEW): Store {
  let view = initial;
  const listeners: Listener[] = [];
  return {
    view: () => view,
    send(action) {
      const before = view;
      view = nextView(before, action);
      if (view !== before) for (const listener of listeners) listener(view, before);
    },
    listen: (listener) => void listeners.push(listener),
  };
}
