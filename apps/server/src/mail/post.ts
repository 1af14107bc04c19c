import type { DataSource } from "typeorm";
import type { Letter } from "./letter.ts";

/** Writes down that a letter is gone, on what it is given. */
export type Note = (database: Pick<DataSource, "query">) => Promise<void>;

/** Where letters go. */
export interface Post {
  /** Takes a letter and notes it. Throws when it could not be taken: then it is tried again. */
  send(letter: Letter, note: Note): Promise<void>;
  /** Whether there is any use in trying now. */
  answers(): Promise<boolean>;
  close(): void;
}
