import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { Section } from "../section/section.entity.ts";
import { ObjectiveFault } from "./objective-fault.ts";

/** An objective of a plan, as the text of its section says it: a projection of the block that carries the same key, made anew
 *  when the text has changed. Gone from the text it stays, with what was measured of it, and comes back with the block. */
@ObjectType()
@Entity()
@Unique(["sectionId", "key"])
// Over trigrams, which TypeORM cannot describe: the migration makes it.
@Index("objective_title_words", { synchronize: false })
// Over the elements of an array: the same.
@Index("objective_items", { synchronize: false })
export class Objective {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => ID)
  @Column("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Field(() => String, { description: "What its block in the text is known by." })
  @Column("text")
  key!: string;

  /** Among those of its section, from 1. */
  @Column("integer")
  place!: number;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  responsible!: string | null;

  @Field(() => [String], { description: "Codes of the Piano triennale that it serves." })
  @Column("text", { array: true, default: () => "'{}'" })
  items!: string[];

  @Field(() => String, { nullable: true, description: "Mission and programme of the DUP." })
  @Column("text", { nullable: true })
  dup!: string | null;

  @Field(() => String, { nullable: true, description: "Objective of the PEG." })
  @Column("text", { nullable: true })
  peg!: string | null;

  @Field(() => String, { nullable: true, description: "Chapter of the budget." })
  @Column("text", { nullable: true })
  budget!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the hub service on which it rests." })
  @Column("text", { nullable: true })
  service!: string | null;

  @Field(() => String, { nullable: true, description: "Code of the funding call that pays for it." })
  @Column("text", { nullable: true })
  call!: string | null;

  /** The objective that it was taken from, as the text says: any id, also one of nothing, or of what its reader may not see. */
  @Column("uuid", { nullable: true })
  originId!: string | null;

  /** What is wrong in its fields and in those of its indicators. */
  @Column("jsonb", { default: [] })
  faults!: readonly ObjectiveFault[];

  /** When its block was no longer in the text. */
  @Column("timestamptz", { nullable: true })
  removedAt!: Date | null;
}
