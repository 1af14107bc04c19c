import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";

/** One Yjs update (V1) in the order in which everybody receives it. */
@Entity()
export class SectionUpdate {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @PrimaryColumn("bigint")
  seq!: string;

  @Column("bytea")
  bytes!: Buffer;

  @Column("uuid")
  authorId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  author!: Relation<User>;

  @Column("timestamptz")
  at!: Date;
}
