import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from "typeorm";
import { Section } from "../section/section.entity.ts";

/** The log up to `seq`, folded into one Yjs update (V1) with its deleted text forgotten. */
@Entity()
export class SectionSnapshot {
  @PrimaryColumn("integer")
  log!: number;
  @OneToOne(() => Section, { onDelete: "CASCADE" })
  @JoinColumn({ name: "log", referencedColumnName: "log" })
  section!: Relation<Section>;

  @Column("integer")
  seq!: number;

  @Column("bytea")
  bytes!: Buffer;
}
