#!/usr/bin/env node
import { load } from "./load.js";

const { main } = await load("src/cli/main.ts");
process.exitCode = await main(process.argv.slice(2));
