import { Column, Entity, PrimaryColumn } from "typeorm";

/** A line of the register of what was done (registro delle attività): append-only, and each line holds the hash of the
 *  one before it. A chain for each body and office, so that bodies do not wait for each other. It names people by their
 *  id and has no foreign key: it outlives what it speaks of. */
@Entity()
export class AuditEvent {
  /** A body, or an associated office. */
  @PrimaryColumn("uuid")
  chain!: string;

  /** 1, 2, 3, … without a gap. */
  @PrimaryColumn("integer")
  place!: number;

  @Column("timestamptz")
  at!: Date;

  @Column("uuid")
  userId!: string;

  /** What was done, as `section.submit`. */
  @Column("text")
  action!: string;

  /** Ids and closed words only: no text and no name of anybody. */
  @Column("jsonb")
  subject!: Record<string, string | number | null>;

  /** The hash of the line before; of the first, 32 zeros. */
  @Column("bytea")
  previous!: Buffer;

  /** SHA-256 of this line, the hash before it included. */
  @Column("bytea")
  hash!: Buffer;
}
