import type { PlanTemplate } from "@upiao/domain";
import type { Press, PrintableDocument } from "@upiao/export";
import type { DataSource } from "typeorm";

/** What a file is made with. */
export interface ExportParts {
  readonly database: DataSource;
  readonly press: Press;
  readonly planTemplate: PlanTemplate;
}

/** What is read and goes to the press. */
export interface Draft {
  readonly printable: PrintableDocument;
  /** Of the file's name. */
  readonly words: readonly (string | number | null)[];
  /** Whose texts are in it. */
  readonly sectionIds: readonly string[];
}

/** Told after each text that was read, of so many. */
export type OnRead = (read: number, of: number) => Promise<void>;
