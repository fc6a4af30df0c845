export { default } from "../../../.eleventy.js";
