/** What a worker says to the process that has started it. */
export type FromWorker =
  /** Its doors are open. */
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "failed"; readonly sentence: string }
  /** Somebody asks it for the figures of all workers. */
  | { readonly kind: "figures"; readonly question: number };

/** What it is answered. */
export interface ToWorker {
  readonly kind: "figures";
  readonly question: number;
  /** Null: they could not be had. */
  readonly figures: string | null;
}

const waiting = new Map<number, (figures: string | null) => void>();
let questions = 0;

/** Says something to the process that has started this worker. */
export function tellPrimary(message: FromWorker): Promise<void> {
  return new Promise((resolve) => process.send!(message, () => resolve()));
}

/** The figures of all workers together. */
export async function figuresOfAllWorkers(): Promise<string> {
  if (questions === 0) process.on("message", hear);
  const question = ++questions;
  const answered = new Promise<string | null>((resolve) => waiting.set(question, resolve));
  await tellPrimary({ kind: "figures", question });
  const figures = await answered;
  if (figures === null) throw new Error("the figures of all workers could not be had");
  return figures;
}

function hear(message: ToWorker | object): void {
  if (!("kind" in message) || message.kind !== "figures") return;
  waiting.get(message.question)?.(message.figures);
  waiting.delete(message.question);
}
