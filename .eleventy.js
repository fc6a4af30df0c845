import { load } from "./bin/load.js";

/** Everything is in src/site; loading it here, at each start, is what makes a changed source count. */
export default async function (eleventyConfig) {
  const { benchpost, layoutsFrom } = await load("src/site/plugin.ts");
  eleventyConfig.addPlugin(benchpost, { pages: true });
  const layouts = layoutsFrom(eleventyConfig.directories.input);
  const dir = { includes: layouts, layouts };
  return { dir, templateFormats: ["md", "njk"], htmlTemplateEngine: "njk", markdownTemplateEngine: false };
}
