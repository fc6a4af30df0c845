import { openStore } from "../../src/site/cache/store.ts";

// puts and reads the same entries as its siblings at the same time, and says what it read that was not whole
const [folder = ""] = process.argv.slice(2);
const store = openStore(folder);
let wrong = 0;
for (let round = 0; round < 300; round++) {
  const key = (round % 7).toString().padStart(8, "0");
  const bytes = new Uint8Array(20_000).fill(round % 7);
  const known = store.get(key);
  if (known !== null && !Buffer.from(known).equals(bytes)) wrong++;
  store.put(key, bytes);
  if (store.get(key) === null) wrong++;
}
console.log(wrong);
