import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { User } from "../people/user.entity.ts";
import { Measurement } from "./measurement.entity.ts";

/** What stood in a measurement before it was corrected, and who had written it. */
@Entity()
export class MeasurementRevision {
  @PrimaryColumn("uuid")
  measurementId!: string;
  @ManyToOne(() => Measurement, { onDelete: "CASCADE" })
  measurement!: Relation<Measurement>;

  /** When it was replaced. */
  @PrimaryColumn("timestamptz", { default: () => "now()" })
  at!: Date;

  @Column({ type: "timestamptz", precision: 3 })
  writtenAt!: Date;

  @Column("double precision", { nullable: true })
  value!: number | null;

  @Column("text", { nullable: true })
  note!: string | null;

  @Column("text", { nullable: true })
  evidence!: string | null;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;
}
