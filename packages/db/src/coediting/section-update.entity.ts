import { Column, Entity, PrimaryColumn } from "typeorm";

/** What one commit has added to a section's log, in the order in which everybody receives it. A row is written for nearly
 *  every letter, so it is narrow, and has no foreign key, whose check would lock a row of `section` each time: the log's
 *  number comes from there, and a trigger removes the log with its section. */
@Entity()
export class SectionUpdate {
  /** `Section.log`. */
  @PrimaryColumn("integer")
  log!: number;

  /** Its place: 1, 2, 3, … without a gap. */
  @PrimaryColumn("integer")
  seq!: number;

  @Column("timestamptz")
  at!: Date;

  /** `encodeUpdates` */
  @Column("bytea")
  updates!: Buffer;
}
