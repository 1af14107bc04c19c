import type { Connection, Submittable } from "pg";

/** A row of `section_update` to be written. */
export interface AppendedRow {
  readonly log: number;
  readonly seq: number;
  readonly updates: Buffer;
}

/** Batches of so many sections and fewer are planned once; more of them are rare. */
const mostPlanned = 16;
const texts = new Map<number, string>();

/** A row for each batch, if its place is free. Rows below the snapshot may have been removed, so their places are not. */
export function insertText(count: number): string {
  const known = texts.get(count);
  if (known) return known;
  const rows = Array.from({ length: count }, (_, index) => {
    const [log, seq, updates] = [1, 2, 3].map((column) => `$${index * 3 + column}`);
    return index === 0
      ? `(${log}::integer, ${seq}::integer, ${updates}::bytea)`
      : `(${log}, ${seq}, ${updates})`;
  });
  const text = `INSERT INTO section_update (log, seq, at, updates)
    SELECT log, seq, now(), updates FROM (VALUES ${rows.join(", ")}) AS new (log, seq, updates)
     WHERE NOT EXISTS (SELECT FROM section_snapshot AS base WHERE base.log = new.log AND base.seq >= new.seq)
    ON CONFLICT DO NOTHING RETURNING log`;
  if (count <= mostPlanned) texts.set(count, text);
  return text;
}

export function insertValues(rows: readonly AppendedRow[]): (string | Buffer)[] {
  const values: (string | Buffer)[] = [];
  for (const { log, seq, updates } of rows) values.push(String(log), String(seq), updates);
  return values;
}

/** The driver's connection beyond what its types say. */
interface Line extends Connection {
  readonly parsedStatements: Readonly<Record<string, string>>;
}

/** Writes rows in one statement that commits by itself, and resolves to the logs whose place was free. A query of its own
 *  kind, as the driver allows (pg-cursor is one): it is sent for nearly every letter, and the driver's general one copies
 *  its settings, asks for a description of each answer and builds a result, which together cost as much as the rest. */
export class AppendRows implements Submittable {
  readonly taken: Promise<ReadonlySet<number>>;
  /** Read by the driver, which notes under it what is planned. */
  readonly text: string;
  readonly name: string;
  private readonly logs = new Set<number>();
  private resolve!: (logs: ReadonlySet<number>) => void;
  private reject!: (error: unknown) => void;

  constructor(private readonly rows: readonly AppendedRow[]) {
    this.text = insertText(rows.length);
    this.name = rows.length <= mostPlanned ? `append ${rows.length}` : "";
    this.taken = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  submit(connection: Connection): void {
    const { name, text } = this;
    const { parsedStatements, stream } = connection as Line;
    stream.cork();
    if (name === "" || !parsedStatements[name]) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values: insertValues(this.rows) as Buffer[] }, true);
    connection.execute({}, true);
    connection.sync();
    stream.uncork();
  }

  handleDataRow({ fields }: { fields: readonly string[] }): void {
    this.logs.add(Number(fields[0]));
  }

  handleCommandComplete(): void {}

  handleError(error: unknown): void {
    this.reject(error);
  }

  handleReadyForQuery(): void {
    this.resolve(this.logs);
  }
}
