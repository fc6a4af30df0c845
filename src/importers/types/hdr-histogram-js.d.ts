/** The part of hdr-histogram-js that is used here. Its own types miss the iterator. */
export interface HdrHistogram {
  readonly totalCount: number;
  readonly maxValue: number;
  readonly mean: number;
  readonly stdDeviation: number;
  readonly recordedValuesIterator: {
    reset(): void;
    hasNext(): boolean;
    /** One object, written over at each step. */
    next(): { readonly valueIteratedTo: number; readonly countAtValueIteratedTo: number };
  };
}
export function decodeFromCompressedBase64(text: string): HdrHistogram;
