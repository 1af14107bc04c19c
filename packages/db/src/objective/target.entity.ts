import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Indicator } from "./indicator.entity.ts";

/** The value that an indicator should have in a year (valore atteso). */
@ObjectType()
@Entity()
export class Target {
  @PrimaryColumn("uuid")
  indicatorId!: string;
  @ManyToOne(() => Indicator, { onDelete: "CASCADE" })
  indicator!: Relation<Indicator>;

  @Field(() => Int)
  @PrimaryColumn("integer")
  year!: number;

  @Field(() => Float)
  @Column("double precision")
  value!: number;
}
