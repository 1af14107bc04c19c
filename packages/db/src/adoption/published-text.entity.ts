import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { Section } from "../section/section.entity.ts";
import { Adoption } from "./adoption.entity.ts";

/** A text of a published plan, for the search: what the adoption's content says, and nothing of its own. */
@Entity()
@Unique(["adoptionId", "position"])
@Index("published_text_search", { synchronize: false })
export class PublishedText {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  adoptionId!: string;
  @ManyToOne(() => Adoption, { onDelete: "CASCADE" })
  adoption!: Relation<Adoption>;

  /** In the order of the plan. */
  @Column("integer")
  position!: number;

  /** Of the part of the plan in which it stands. */
  @Column("text")
  number!: string;

  @Column("text")
  title!: string;

  @Column("uuid")
  @Index()
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "RESTRICT" })
  section!: Relation<Section>;

  @Column("text")
  words!: string;

  /** The same for the search, with its title and without accents: the database writes it. */
  @Column({ type: "tsvector", select: false, insert: false, update: false })
  search!: string;
}
