/** What brings figures to life, Chart.js and what is ours around it, as one file for browsers. */
export { createPicture } from "./engine.ts";
export { openPage } from "./page.ts";
// two of the files that come later need it: alone it would be a third
export { fetchText } from "./surroundings.ts";
