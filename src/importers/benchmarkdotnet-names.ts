import type { Parameters } from "./parameters.ts";

/** `N=10&Culture=en` as BenchmarkDotNet writes what a benchmark was given; a value may have & in it. */
export function parametersOf(text: string): Parameters {
  const pairs = text.split(/&(?=[\p{L}_]\w*=)/u).flatMap((pair) => {
    const equals = pair.indexOf("=");
    return equals < 1 ? [] : [[pair.slice(0, equals), pair.slice(equals + 1)] as const];
  });
  return Object.fromEntries(pairs);
}

/**
 * The job in `Bench.Run: Job-CZIFCN(Runtime=.NET 8.0, Toolchain=net8.0) [N=1]`. A name made up by the tool says nothing:
 * then it is the runtime, or all that the job sets. Null where there is none.
 */
export function jobLabel(displayInfo: string): string | null {
  const [, name = "", settings = ""] = /: ([^(:[]+)(?:\((.*?)\))?(?: \[.*)?$/.exec(displayInfo) ?? [];
  if (name.trim() === "") return null;
  if (!/^Job-[A-Z]{6}$/.test(name.trim())) return name.trim();
  return /(?:^|, )Runtime=([^,]+)/.exec(settings)?.[1] ?? (settings || name.trim());
}

/** Columns before the figures that name a benchmark or set how it is measured: all others are parameters. */
export const settingNames: ReadonlySet<string> = new Set(
  `Namespace Type Method Categories Job AnalyzeLaunchVariance EvaluateOverhead MaxAbsoluteError MaxRelativeError MinInvokeCount
  MinIterationTime OutlierMode Affinity EnvironmentVariables Jit LargeAddressAware Platform PowerPlanMode Runtime
  AllowVeryLargeObjects Concurrent CpuGroups Force HeapAffinitizeMask HeapCount NoAffinitize RetainVm Server Arguments
  BuildConfiguration Clock EngineFactory NuGetReferences Toolchain IsMutator InvocationCount IterationCount IterationTime
  LaunchCount MaxIterationCount MaxWarmupIterationCount MemoryRandomization MinIterationCount MinWarmupIterationCount
  RunStrategy UnrollFactor WarmupCount RemoveOutliers TargetCount`.split(/\s+/),
);
