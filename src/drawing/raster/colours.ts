/** Places for colours: a power of 2, and more than twice as many as a chart has. */
const PLACES = 2 ** 13;

/** Colours numbered from 0 on in the order in which they are first asked for, at most 4,096 of them: those beyond get the number of one that looks alike. */
export class Colours {
  /** `0xrrggbb` of each. */
  readonly all: number[] = [];
  /** For whoever counts them, by number. */
  readonly counts: number[] = [];
  readonly #keys = new Int32Array(PLACES).fill(-1);
  readonly #numbers = new Uint16Array(PLACES);

  numberOf(colour: number): number {
    const key = this.all.length < PLACES / 2 ? colour : colour & 0xe0e0e0;
    let place = (Math.imul(key, 0x9e3779b1) >>> 16) & (PLACES - 1);
    while (this.#keys[place] !== key) {
      if (this.#keys[place] === -1) {
        this.#keys[place] = key;
        this.#numbers[place] = this.all.length;
        this.all.push(key);
        this.counts.push(0);
        break;
      }
      place = (place + 1) & (PLACES - 1);
    }
    return this.#numbers[place]!;
  }
}
