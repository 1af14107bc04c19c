import { type StrategyDetails, type StrategyKind, strategyKinds } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { StrategyEdition } from "./strategy-edition.entity.ts";

export const StrategyKindEnum = enumOf(strategyKinds);
registerEnumType(StrategyKindEnum, { name: "StrategyKind" });

/** A chapter, an objective, an expected result, a line of action or a tool of the Piano triennale, in one edition. */
@ObjectType()
@Entity()
@Unique(["edition", "code"])
@Unique(["edition", "place"])
@Index(["edition", "parent"])
@Check("strategy_item_kind", oneOf("kind", strategyKinds))
// Over trigrams, which TypeORM cannot describe: the migration makes it.
@Index("strategy_item_search", { synchronize: false })
export class StrategyItem {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => String, { description: "Code of its edition." })
  @Column("text")
  edition!: string;
  @ManyToOne(() => StrategyEdition, { onDelete: "CASCADE" })
  @JoinColumn({ name: "edition" })
  ofEdition!: Relation<StrategyEdition>;

  @Field(() => String, { description: "Unique in its edition: RA1.1.1, CAP1.PA.01." })
  @Column("text")
  code!: string;

  @Field(() => StrategyKindEnum)
  @Column("text")
  kind!: StrategyKind;

  /** Code of what it stands under. */
  @Column("text", { nullable: true })
  parent!: string | null;

  /** In its edition, from 1: each item stands before those under it. */
  @Column("integer")
  place!: number;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Column("jsonb")
  details!: StrategyDetails;

  @Field(() => String, {
    nullable: true,
    description: "The last day by which it is to be done, ISO 8601; null: it has none.",
  })
  @Column("date", { nullable: true })
  dueOn!: string | null;

  @Field(() => String, { nullable: true, description: "From when on it is to be done, where it has no end." })
  @Column("date", { nullable: true })
  startsOn!: string | null;

  @Field(() => String, { nullable: true, description: "Whom a line of action is for, in its own words." })
  @Column("text", { nullable: true })
  binds!: string | null;

  @Field(() => Boolean, { description: "False: not to be shown as if it were the text of the Piano." })
  @Column("boolean")
  verified!: boolean;

  @Field(() => String)
  @Column("text")
  source!: string;

  /** `searchName` of the domain of all its words, so that the search uses an index. */
  @Column("text")
  searchText!: string;
}
