/** Small counts as authors write them. */
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** What is counted behind a point. */
const COUNTED =
  "(?:runs?|samples?|requests?|repl(?:y|ies)|responses?|repetitions?|trials?|iterations?|measurements?|observations?|times)";

/** Whether an author's words tell of how many each point is: "n = 3"; or "three runs", where that is one of the counts. */
export function saysCount(words: string, counts: readonly number[]): boolean {
  if (/\bn\s*=\s*\d/i.test(words)) return true;
  const plain = words.toLowerCase().replace(/(?<=\d)[\s,](?=\d{3}(?!\d))/g, "");
  return counts.some((count) => {
    const written = [count, ...NUMBERS.slice(count - 1, count)].join("|");
    return new RegExp(`(?<![\\d.])\\b(?:${written})\\s+(?:[\\p{L}-]+\\s+)?${COUNTED}\\b`, "u").test(plain);
  });
}

/** Whether they name the statistic that stands at each point. */
export function saysCentre(words: string): boolean {
  return /\b(?:means?|averages?|medians?)\b/i.test(words);
}

/** Whether they name the spread, in whatever sentence. */
export function saysSpread(words: string): boolean {
  return /deviation|interval|range|quartile|percentile|smallest|spread|whisker|\bCI\b|\bSD\b/i.test(words);
}

/** Whether they name this load model: "a closed loop", "the load is open". */
export function saysModel(words: string, model: string): boolean {
  const apart = ` ${words.toLowerCase().replace(/[- ](?=(?:loop|load|model)\b)|[^\p{L}\d-]+/gu, " ")} `;
  return apart.includes(` ${model.toLowerCase()} `) && /\b(?:work)?load|\bloop|\bmodel|\barrivals?\b/i.test(words);
}

const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";

/** Whether they say when: the day in ISO form, or its year behind a month, a day or an "in". */
export function saysDay(words: string, day: string): boolean {
  const year = day.slice(0, 4);
  return words.includes(day) || new RegExp(`\\b(?:in|${MONTH}(?:\\s+\\d{1,2},)?)\\s+${year}\\b`, "i").test(words);
}
