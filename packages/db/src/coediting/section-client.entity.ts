import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";

/** Whose a Yjs client id is in a section, and when it wrote: it outlives the folding of the log, so who
 *  wrote a sentence stays a fact. */
@Entity()
@Check("section_client_id", "client_id >= 0")
export class SectionClient {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @PrimaryColumn("bigint")
  clientId!: string;

  @Column("uuid")
  userId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  user!: Relation<User>;

  @Column("timestamptz")
  firstAt!: Date;

  @Column("timestamptz")
  lastAt!: Date;
}
