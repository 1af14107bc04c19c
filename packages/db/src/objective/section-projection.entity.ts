import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from "typeorm";
import { Section } from "../section/section.entity.ts";

/** Up to which place of a section's log its objectives have been read from the text. */
@Entity()
export class SectionProjection {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @OneToOne(() => Section, { onDelete: "CASCADE" })
  @JoinColumn()
  section!: Relation<Section>;

  @Column("integer")
  seq!: number;
}
