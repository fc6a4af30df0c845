import { announceHeight } from "./embed.ts";
import { loadFigures } from "./loader.ts";
import { enableThemeSwitch } from "./theme-switch.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("button.theme-switch")) enableThemeSwitch(button);
loadFigures(document);
for (const content of document.querySelectorAll<HTMLElement>("[data-embed]")) announceHeight(content);
