import type { RequestListener } from "node:http";
import { type LiveOptions, liveHandler } from "./handler.ts";

/** What answers for a site that may move to another path of its host. */
export interface MovingHandler {
  readonly answer: RequestListener;
  /** Serves the site from now on at another path, and leads open pages there. */
  move(pathPrefix: string): void;
}

/** Serves a site as {@link liveHandler} does, wherever its settings put it meanwhile. */
export function movingHandler(root: string, options: LiveOptions): MovingHandler {
  let { pathPrefix } = options;
  const former = new Set<string>();
  let handler = liveHandler(root, options);
  return {
    answer: (request, response) => handler(request, response),
    move(next) {
      former.add(pathPrefix).delete(next);
      pathPrefix = next;
      handler = liveHandler(root, { ...options, pathPrefix, former: [...former] });
    },
  };
}
