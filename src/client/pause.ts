declare const scheduler: { readonly yield?: () => Promise<void> } | undefined;

/** Ends the current task, so that input and painting get their turn, and goes on in the next one. */
export function pause(): Promise<void> {
  if (typeof scheduler !== "undefined" && scheduler.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Resolves when the browser has nothing better to do, at the latest after the given time in milliseconds. */
export function idle(timeout: number): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout });
    else setTimeout(resolve, 50);
  });
}
