import { type ProposalState, proposalStates } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Section } from "../section/section.entity.ts";

export const ProposalStateEnum = enumOf(proposalStates);
registerEnumType(ProposalStateEnum, { name: "ProposalState" });

/** Tracked changes to a section that belong together, with their reason (proposta di modifica). */
@ObjectType()
@Entity()
@Unique(["sectionId", "number"])
@Check("proposal_state", oneOf("state", proposalStates))
@Check("proposal_closed", "(state = 'CLOSED') = (closed_at IS NOT NULL)")
export class Proposal {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Field(() => Int, { description: "1, 2, 3, … in its section." })
  @Column("integer")
  number!: number;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String)
  @Column("text")
  reason!: string;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** For which body they propose. */
  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => ProposalStateEnum)
  @Column("text", { default: "OPEN" })
  state!: ProposalState;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  closedAt!: Date | null;

  @Column("uuid", { nullable: true })
  closedById!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  closedBy!: Relation<User> | null;
}
