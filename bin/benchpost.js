#!/usr/bin/env node
import { load } from "./load.js";

try {
  const { main } = await load("src/cli/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // code that esbuild does not accept: its message says where, and a stack would say nothing
  process.stderr.write(`${error.errors ? error.message : error.stack}\n`);
  process.exitCode = 70;
}
