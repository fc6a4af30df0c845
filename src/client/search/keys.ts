/** Up and down go through what can be read and chosen, as far as it goes; every other key keeps its meaning. */
export function moveFocus(event: KeyboardEvent, stops: readonly HTMLElement[]): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (step === 0 || at === -1) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]!.focus();
}
