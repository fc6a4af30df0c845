/** What a configuration says of a scale. */
export interface ScaleSettings {
  readonly type: "linear" | "logarithmic";
  readonly min: number;
  readonly max: number;
  readonly reverse?: boolean;
}

/** Where figures stand along one side of the plot, in CSS pixels. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly length: number;
  getPixelForValue(value: number | null): number;
}

/** Pixels beyond these make browsers draw nonsense: Chart.js goes no further. */
const FAR = 32_767;

/** A scale from its first pixel to its last; the numbers are to the last bit those of Chart.js. */
export function scaleOf(settings: ScaleSettings, start: number, end: number, isUpright: boolean): Scale {
  const { type, min, max, reverse = false } = settings;
  const log = type === "logarithmic";
  const first = log ? Math.log10(min) : min;
  const range = (log ? Math.log10(max) : max) - first;
  const length = end - start;
  const pixel = (share: number): number => {
    const at = start + (reverse !== isUpright ? 1 - share : share) * length;
    return Math.max(-FAR - 1, Math.min(FAR, at));
  };
  return {
    min,
    max,
    length,
    getPixelForValue(value) {
      if (value === null || Number.isNaN(value)) return Number.NaN;
      if (!log) return pixel((value - first) / range);
      return pixel(value === 0 || value === min ? 0 : (Math.log10(value) - first) / range);
    },
  };
}
