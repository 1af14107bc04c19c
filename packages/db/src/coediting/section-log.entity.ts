import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from "typeorm";
import { Section } from "../section/section.entity.ts";

/** The head of a section's log. Apart from `section`, so that each commit of text rewrites a narrow row. */
@Entity()
export class SectionLog {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @OneToOne(() => Section, { onDelete: "CASCADE" })
  @JoinColumn()
  section!: Relation<Section>;

  @Column("bigint")
  lastSeq!: string;

  @Column("timestamptz")
  updatedAt!: Date;
}
