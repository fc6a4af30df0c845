/** Tells the page around a frame how high its content is, now and whenever that changes. */
export function announceHeight(content: HTMLElement): void {
  if (parent === window) return;
  new ResizeObserver(() => {
    const height = Math.ceil(content.getBoundingClientRect().bottom + scrollY);
    // Whoever shows the frame may know its height: it is no secret of anybody's.
    parent.postMessage({ type: "benchpost:height", height }, "*");
  }).observe(content);
}
