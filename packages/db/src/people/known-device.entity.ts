import { Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { User } from "./user.entity.ts";

/** A browser on which this person has signed in before: others' wrong guesses do not slow it down. */
@Entity()
export class KnownDevice {
  /** SHA-256 of the device's cookie, 32 bytes. */
  @PrimaryColumn("bytea")
  tokenHash!: Buffer;

  @Column("uuid")
  @Index()
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @Column("timestamptz")
  seenAt!: Date;
}
