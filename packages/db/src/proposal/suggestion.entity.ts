import { type SuggestionState, suggestionStates } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";
import { Proposal } from "./proposal.entity.ts";

export const SuggestionStateEnum = enumOf(suggestionStates);
registerEnumType(SuggestionStateEnum, { name: "SuggestionState" });

/** One tracked change. While it is open the text holds it, under marks that carry its id; what it was stays here. */
@ObjectType()
@Entity()
@Check("suggestion_state", oneOf("state", suggestionStates))
@Check("suggestion_decided", "(state = 'OPEN') = (decided_at IS NULL)")
export class Suggestion {
  @PrimaryColumn("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  /** As the marks in the text have it. */
  @Field(() => ID)
  @PrimaryColumn("text")
  id!: string;

  @Column("uuid")
  @Index()
  proposalId!: string;
  @ManyToOne(() => Proposal, { onDelete: "CASCADE" })
  proposal!: Relation<Proposal>;

  /** Whose it is in the section's log. */
  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  @Field(() => String)
  @Column("text")
  kind!: string;

  /** What it changes, to be read when it has gone from the text. */
  @Column("jsonb")
  excerpt!: object;

  @Field(() => SuggestionStateEnum)
  @Column("text", { default: "OPEN" })
  state!: SuggestionState;

  @Column("uuid", { nullable: true })
  decidedById!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  decidedBy!: Relation<User> | null;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  reason!: string | null;
}
