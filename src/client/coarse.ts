/** Says under a chart that it could not get the points that it should show; returns what shows and hides that. */
export function createCoarseNotice(figure: HTMLElement): (isCoarse: boolean) => void {
  const note = document.createElement("p");
  note.className = "chart-notice";
  note.setAttribute("role", "status");
  return (isCoarse) => {
    note.textContent = "The finer points of this part could not be loaded; it shows those that are here.";
    if (isCoarse) figure.querySelector("figcaption")!.prepend(note);
    else note.remove();
  };
}
