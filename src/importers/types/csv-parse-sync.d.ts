/** The part of csv-parse that is used here. Its own types would bring all of Node's into a floor that runs anywhere. */
export interface Options {
  readonly delimiter: string;
  readonly quote?: string | false;
  readonly info: true;
  readonly relax_column_count: true;
  readonly relax_quotes: true;
  readonly skip_empty_lines: true;
  readonly trim: true;
}
/** `info.lines` is the number of the line on which the record ends. */
export function parse(text: string, options: Options): { record: string[]; info: { lines: number } }[];
