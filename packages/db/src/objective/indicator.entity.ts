import { type Direction, directions, type Measurer, measurers, type Unit, units } from "@upiao/domain";
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
export const MeasurerEnum = enumOf(measurers);
registerEnumType(MeasurerEnum, { name: "Measurer" });

/** What a body measures to know whether an objective was reached: a projection, as its objective is. */
@ObjectType()
@Entity()
@Unique(["sectionId", "key"])
@Check("indicator_unit", oneOf("unit", units))
@Check("indicator_direction", oneOf("direction", directions))
@Check("indicator_measured_by", oneOf("measured_by", measurers))
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

  @Field(() => MeasurerEnum, {
    description: "Of a text that bodies share: each measures it for itself, or only the one that leads them.",
  })
  @Column("text", { default: "EACH" })
  measuredBy!: Measurer;

  @Column("timestamptz", { nullable: true })
  removedAt!: Date | null;
}
