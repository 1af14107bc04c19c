import { Histogram } from "../load/histogram.ts";

type Steps = ReturnType<Histogram["countedSteps"]>;

/** A tally as it travels from one process to another. */
export interface PrintedTally extends Counts {
  readonly fanOut: Steps;
  readonly durable: Steps;
  readonly carets: Steps;
  readonly closed: readonly (readonly [code: number, count: number])[];
}

interface Counts {
  edits: number;
  awaited: number;
  presence: number;
  questions: number;
}

/** What happens to the people of a load process. */
export class Tally implements Counts {
  /** From a letter that is sent to its arrival at another, and to its being durable; of a caret to another. */
  readonly fanOut = new Histogram();
  readonly durable = new Histogram();
  readonly carets = new Histogram();
  edits = 0;
  /** At how many others the letters are to arrive. */
  awaited = 0;
  /** Carets and signs of presence. */
  presence = 0;
  /** «What do I lack», as a page asks now and then. */
  questions = 0;
  /** By close code: nobody is to be sent away. */
  readonly closed = new Map<number, number>();

  print(): PrintedTally {
    const { edits, awaited, presence, questions } = this;
    const [fanOut, durable, carets] = [this.fanOut, this.durable, this.carets].map((delays) =>
      delays.countedSteps(),
    ) as [Steps, Steps, Steps];
    return {
      edits,
      awaited,
      presence,
      questions,
      fanOut,
      durable,
      carets,
      closed: [...this.closed],
    };
  }

  add(other: PrintedTally): void {
    for (const name of ["edits", "awaited", "presence", "questions"] as const) this[name] += other[name];
    for (const name of ["fanOut", "durable", "carets"] as const) this[name].addSteps(other[name]);
    for (const [code, count] of other.closed) this.closed.set(code, (this.closed.get(code) ?? 0) + count);
  }
}
