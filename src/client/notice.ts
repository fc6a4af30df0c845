/** A remark under a chart that is heard when it comes; returns what shows and hides it. */
export function createNotice(figure: HTMLElement, text: string): (isShown: boolean) => void {
  const note = document.createElement("p");
  note.className = "chart-notice";
  note.setAttribute("role", "status");
  return (isShown) => {
    note.textContent = text;
    if (isShown) figure.querySelector("figcaption")!.prepend(note);
    else note.remove();
  };
}
