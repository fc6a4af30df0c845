import { dotNetFigures } from "./benchmarkdotnet-figures.ts";
import { jobLabel, parametersOf } from "./benchmarkdotnet-names.ts";
import { type DotNetBenchmark, dotNetReading } from "./benchmarkdotnet-point.ts";
import type { WholeImporter } from "./importer.ts";
import { at, type Json, listAt, numberAt, stringAt } from "./json.ts";
import { known } from "./known.ts";

/** BenchmarkDotNet's JSON, brief or full. Times are nanoseconds, which is written nowhere. */
export const benchmarkDotNet: WholeImporter = {
  name: "benchmarkdotnet",
  title: "BenchmarkDotNet JSON",
  tool: "benchmarkdotnet",
  sign: "JSON with HostEnvironmentInfo and Benchmarks that have Statistics",
  claims: ({ json }) =>
    stringAt(json, "HostEnvironmentInfo", "BenchmarkDotNetVersion") !== null ||
    listAt(json, "Benchmarks").some((one) => numberAt(one, "Statistics", "Mean") !== null),
  read(sniff) {
    const host = at(sniff.json, "HostEnvironmentInfo");
    const runtime = stringAt(host, "RuntimeVersion") ?? stringAt(host, "ClrVersion");
    return dotNetReading(sniff, listAt(sniff.json, "Benchmarks").map(toBenchmark), runtime, {
      format: "benchmarkdotnet-json",
      toolVersion: stringAt(host, "BenchmarkDotNetVersion"),
      assumed: ["Times are nanoseconds, as BenchmarkDotNet writes them without saying so."],
      environment: known({
        os: stringAt(host, "OsVersion"),
        cpu: stringAt(host, "ProcessorName") ?? stringAt(host, "ProcessorName", "Value"),
        cores: numberAt(host, "PhysicalCoreCount"),
        threads: numberAt(host, "LogicalCoreCount") ?? numberAt(host, "ProcessorCount"),
        runtime,
        architecture: stringAt(host, "Architecture"),
        configuration: stringAt(host, "Configuration"),
      }),
    });
  },
};

function toBenchmark(json: Json): DotNetBenchmark {
  return {
    group: stringAt(json, "Type"),
    name: stringAt(json, "MethodTitle") ?? stringAt(json, "Method") ?? "",
    parameters: parametersOf(stringAt(json, "Parameters") ?? ""),
    job: jobLabel(stringAt(json, "DisplayInfo") ?? ""),
    fullName: stringAt(json, "FullName"),
    figures: dotNetFigures(at(json, "Statistics")),
    allocated: numberAt(json, "Memory", "BytesAllocatedPerOperation"),
  };
}
