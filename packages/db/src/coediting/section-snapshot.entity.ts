import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from "typeorm";
import { Section } from "../section/section.entity.ts";

/** The log up to `seq`, folded into one Yjs update (V1) with its deleted text forgotten. */
@Entity()
export class SectionSnapshot {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @OneToOne(() => Section, { onDelete: "CASCADE" })
  @JoinColumn()
  section!: Relation<Section>;

  @Column("bigint")
  seq!: string;

  @Column("bytea")
  bytes!: Buffer;
}
