import type { Rule } from "../rule.ts";
import { accounting, errorsHidden, littlesLaw } from "./accounting.ts";
import { rawData } from "./artefacts.ts";
import { rateMean, ratioMean } from "./averages.ts";
import { logAxis, ratioAxis, siblingScales, twoAxes, unitMissing, zeroBase } from "./axes.ts";
import { claimInNoise, manyComparisons, precision, ratioAlone } from "./claims.ts";
import { environment } from "./environment.ts";
import { closedLoop, generator, latencyOrigin, loadModel } from "./generator.ts";
import { generatorLimit, sameHost } from "./hosts.ts";
import { lineMisuse, style } from "./marks.ts";
import { sameBuild, sameMachine, workParity } from "./parity.ts";
import { averagedPercentiles, meanOnly, unsupported } from "./percentiles.ts";
import { beyondHardware, statOrder } from "./possible.ts";
import { cache, connections, order, window } from "./procedure.ts";
import { outliers, runs } from "./runs.ts";
import { centreAlone, impossibleBand, spreadKind } from "./spread.ts";
import { interest, limitations, stale, upTo } from "./summary.ts";
import { kneeUnresolved, missingPoints, peakNotReached, subset } from "./sweep.ts";

/** Every rule, in the order of their ids. */
export const rules: readonly Rule[] = [
  environment,
  generator,
  loadModel,
  closedLoop,
  latencyOrigin,
  connections,
  window,
  workParity,
  runs,
  centreAlone,
  spreadKind,
  impossibleBand,
  meanOnly,
  unsupported,
  statOrder,
  rateMean,
  ratioMean,
  ratioAlone,
  upTo,
  claimInNoise,
  accounting,
  littlesLaw,
  errorsHidden,
  peakNotReached,
  missingPoints,
  unitMissing,
  zeroBase,
  logAxis,
  lineMisuse,
  rawData,
  sameHost,
  generatorLimit,
  sameMachine,
  order,
  outliers,
  averagedPercentiles,
  beyondHardware,
  kneeUnresolved,
  ratioAxis,
  twoAxes,
  siblingScales,
  style,
  precision,
  subset,
  limitations,
  cache,
  stale,
  interest,
  manyComparisons,
  sameBuild,
];
