import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { PublishedText } from "./published-text.entity.ts";

/** An objective of a published text, as it was adopted. What is measured of it is found by the section and the keys. */
@Entity()
export class PublishedObjective {
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  textId!: string;
  @ManyToOne(() => PublishedText, { onDelete: "CASCADE" })
  text!: Relation<PublishedText>;

  /** In its text. */
  @Column("integer")
  position!: number;

  @Column("text")
  key!: string;

  @Column("text")
  title!: string;

  /** Codes of the Piano triennale. */
  @Column("text", { array: true, default: [] })
  @Index("published_objective_items", { synchronize: false })
  items!: string[];

  /** The `ObjectiveRecord` of `packages/document`. */
  @Column("jsonb")
  record!: unknown;
}
