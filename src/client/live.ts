/** In `dev` only: reloads the page after each build, and shows what is wrong with a build over the last good page. */
interface News {
  readonly build: number;
  readonly fault: string | null;
}

let shown: number | null = null;

new EventSource("/.benchpost/news").addEventListener("message", ({ data }: MessageEvent<string>) => {
  const { build, fault } = JSON.parse(data) as News;
  shown ??= build;
  if (build !== shown) location.reload();
  else showFault(fault);
});

function showFault(fault: string | null): void {
  const id = "benchpost-fault";
  document.getElementById(id)?.remove();
  if (fault === null) return;
  const box = document.createElement("pre");
  box.id = id;
  box.role = "alert";
  box.textContent = fault;
  // through the object model: the page's policy allows no style attribute
  Object.assign(box.style, {
    position: "fixed",
    inset: "auto 0 0 0",
    zIndex: "1000",
    maxHeight: "60vh",
    margin: "0",
    padding: "1em",
    overflow: "auto",
    whiteSpace: "pre-wrap",
    font: "14px/1.5 ui-monospace, monospace",
    color: "#fff",
    background: "#7a1020",
  });
  document.body.append(box);
}
