/** What a block that is split, joined or pasted may gain or lose: spaces, line ends, and the marks without width by
 *  which a proposal shows such a split. */
const space = /[\s\u200b\u2060\ufeff]/;

/** Letters without the spaces between them, and where each stood. */
export class BareLetters {
  readonly letters: string;
  private readonly places: number[] = [];

  constructor(text: string) {
    let letters = "";
    for (let at = 0; at < text.length; at++) {
      const letter = text[at]!;
      if (space.test(letter)) continue;
      letters += letter;
      this.places.push(at);
    }
    this.letters = letters;
  }

  /** Where these bare letters stood, from the first to behind the last. */
  rangeOf(from: number, to: number): { from: number; to: number } {
    return { from: this.places[from]!, to: this.places[to - 1]! + 1 };
  }

  /** How many bare letters stand before this place of the text. */
  countBefore(at: number): number {
    let low = 0;
    let high = this.places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
