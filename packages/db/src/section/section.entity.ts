import { accessLevels, type State, states } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Generated,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { AssociatedOffice } from "../office/associated-office.entity.ts";
import { Plan, StateEnum } from "../plan/plan.entity.ts";

export const AccessEnum = enumOf(accessLevels);
registerEnumType(AccessEnum, {
  name: "Access",
  description: "How far a person may go in a section; each level includes those before it.",
});

/** A co-edited document: part of one body's plan, or shared by the bodies of an associated office. */
@ObjectType()
@Entity()
@Check("section_owner", "(plan_id IS NULL) <> (office_id IS NULL)")
@Check("section_state", oneOf("state", states))
@Check("section_adopted", "adopted_at IS NULL OR state = ANY (ARRAY['ADOPTED'::text, 'PUBLISHED'::text])")
@Index("section_of_plan", ["planId", "code"], { unique: true, where: "plan_id IS NOT NULL" })
@Index("section_of_office", ["officeId", "firstYear", "code"], {
  unique: true,
  where: "office_id IS NOT NULL",
})
export class Section {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String, {
    description: "Number of the PIAO's part that it belongs to, or STRATEGIA, or INTEGRAZIONE.",
  })
  @Column("text")
  code!: string;

  @Field(() => StateEnum)
  @Column("text", { default: "DRAFT" })
  state!: State;

  @Field(() => Boolean, { description: "A shared section that the RTD has closed to writing." })
  @Column("boolean", { default: false })
  closed!: boolean;

  @Field(() => Int, { description: "The first of the three years of its plan." })
  @Column("integer")
  firstYear!: number;

  @Column("uuid", { nullable: true })
  planId!: string | null;
  @ManyToOne(() => Plan, { onDelete: "RESTRICT", nullable: true })
  plan!: Relation<Plan> | null;

  @Column("uuid", { nullable: true })
  officeId!: string | null;
  @ManyToOne(() => AssociatedOffice, { onDelete: "RESTRICT", nullable: true })
  office!: Relation<AssociatedOffice> | null;

  /** The number of its log in `section_update`, of which each commit of text writes a row. */
  @Column("integer", { unique: true })
  @Generated("increment")
  readonly log!: number;

  @Column("timestamptz", { nullable: true })
  adoptedAt!: Date | null;

  @CreateDateColumn({ type: "timestamptz" })
  readonly createdAt!: Date;
}
