import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";

/** An office for the digital transition that several bodies hold together (CAD, art. 17 c. 1-septies),
 *  founded by a convention. */
@ObjectType()
@Entity()
export class AssociatedOffice {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Column("uuid")
  @Index()
  leadBodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  leadBody!: Relation<Body>;

  @Field(() => String, { description: "The convention, as its act is cited." })
  @Column("text")
  conventionAct!: string;

  @Field(() => String, { description: "Day of the convention, ISO 8601." })
  @Column("date")
  conventionDate!: string;
}
