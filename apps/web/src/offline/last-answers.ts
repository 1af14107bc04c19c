import type { FormattedExecutionResult } from "graphql";
import { clear, createStore, del, get, set, type UseStore } from "idb-keyval";

/** What the server last said, on this device. Where the browser keeps nothing there is nothing to find. */
export class LastAnswers {
  private readonly store: UseStore | null = openStore();

  /** `question` are the words and the values of a query, so that the answer to an older release is never taken for
   *  one to this. */
  async find(question: string): Promise<FormattedExecutionResult | undefined> {
    return this.store ? get<FormattedExecutionResult>(question, this.store).catch(ignore) : undefined;
  }

  async keep(question: string, answer: FormattedExecutionResult): Promise<void> {
    if (this.store) await set(question, answer, this.store).catch(ignore);
  }

  async forget(question: string): Promise<void> {
    if (this.store) await del(question, this.store).catch(ignore);
  }

  /** Whoever signs in next at this device finds none of them. */
  async forgetAll(): Promise<void> {
    if (this.store) await clear(this.store).catch(ignore);
  }
}

function openStore(): UseStore | null {
  return typeof indexedDB === "undefined" ? null : createStore("upiao/answers", "answers");
}

/** Forbidden or full: the pages are then empty without a network, and there is nobody to be told. */
function ignore(): undefined {}
