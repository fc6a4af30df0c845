import { announceHeight } from "./embed.ts";
import { loadFigures } from "./loader.ts";
import { offerSearch } from "./search/offer.ts";
import { enableThemeSwitch } from "./theme-switch.ts";

for (const button of document.querySelectorAll<HTMLButtonElement>("button.theme-switch")) enableThemeSwitch(button);
for (const button of document.querySelectorAll<HTMLButtonElement>("button.search-open")) offerSearch(button);
loadFigures(document);
for (const content of document.querySelectorAll<HTMLElement>("[data-embed]")) announceHeight(content);
