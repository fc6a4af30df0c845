import { refused } from "./refused.ts";

/** JMeter's results as XML: nested samples, which its CSV has as rows. */
export const jmeterXml = refused(
  {
    name: "jmeter-xml",
    title: "JMeter results (XML)",
    tool: "jmeter",
    sign: "an element `<testResults version=",
    claims: ({ text }) => /^\s*(?:<\?xml[^>]*>\s*)?<testResults\b/.test(text),
  },
  "JMeter's XML",
  "Run with `-Jjmeter.save.saveservice.output_format=csv`, or open it in a listener and save the table as CSV.",
);
