/** How long "Copied" stands there, in milliseconds. */
const LONG = 2000;

/** Lets the link to a chart also copy the address of what it shows now. Where copying is not allowed it stays a link. */
export function enableCopyLink(figure: HTMLElement, address: () => string): void {
  const link = figure.querySelector<HTMLAnchorElement>('.chart-links a[href^="#"]');
  if (link === null) return;
  const words = link.textContent;
  const status = Object.assign(document.createElement("span"), { className: "chart-spoken" });
  status.setAttribute("role", "status");
  link.after(status);
  for (const event of ["pointerenter", "focus"] as const) link.addEventListener(event, () => (link.href = address()));
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    link.href = address();
    const copied = navigator.clipboard?.writeText(link.href);
    if (copied === undefined) return;
    event.preventDefault();
    copied.then(() => say("Copied")).catch(() => say("Not copied"));
  });

  function say(text: string): void {
    link!.textContent = text;
    status.textContent = text;
    setTimeout(() => {
      link!.textContent = words;
      status.textContent = "";
    }, LONG);
  }
}
