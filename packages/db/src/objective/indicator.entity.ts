import { type Direction, directions, type Unit, units } from "@upiao/domain";
import { Field, Float, ID, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { Section } from "../section/section.entity.ts";
import { Objective } from "./objective.entity.ts";

export const UnitEnum = enumOf(units);
registerEnumType(UnitEnum, { name: "Unit" });
export const DirectionEnum = enumOf(directions);
registerEnumType(DirectionEnum, { name: "Direction" });

/** What a body measures to know whether an objective was reached: a projection, as its objective is. */
@ObjectType()
@Entity()
@Unique(["sectionId", "key"])
@Check("indicator_unit", oneOf("unit", units))
@Check("indicator_direction", oneOf("direction", directions))
export class Indicator {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  /** Moved to another objective, an indicator is the same, with its history. */
  @Column("uuid")
  @Index()
  objectiveId!: string;
  @ManyToOne(() => Objective, { onDelete: "CASCADE" })
  objective!: Relation<Objective>;

  @Field(() => String, { description: "What its line in the text is known by." })
  @Column("text")
  key!: string;

  @Column("integer")
  place!: number;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => UnitEnum)
  @Column("text")
  unit!: Unit;

  @Field(() => DirectionEnum)
  @Column("text")
  direction!: Direction;

  @Field(() => Float, { nullable: true })
  @Column("double precision", { nullable: true })
  baseline!: number | null;

  @Field(() => String, { nullable: true, description: "Where its values come from." })
  @Column("text", { nullable: true })
  source!: string | null;

  @Column("timestamptz", { nullable: true })
  removedAt!: Date | null;
}
