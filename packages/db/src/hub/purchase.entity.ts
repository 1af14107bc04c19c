import { Field, Float, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { euro, HubRecord } from "./hub-record.ts";

/** Services or goods that a body foresees to buy in a year, for the programme of the qualified contracting authority. */
@ObjectType()
@Entity()
@Check("purchase_year", "year BETWEEN 2020 AND 2100")
@Check("purchase_quarter", "quarter BETWEEN 1 AND 4")
@Index(["bodyId", "year"])
export class Purchase extends HubRecord {
  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => Int)
  @Column("integer")
  year!: number;

  @Field(() => Int, { description: "In which it is expected, 1 to 4." })
  @Column("integer")
  quarter!: number;

  @Field(() => String)
  @Column("text")
  what!: string;

  @Field(() => Float, { description: "Euro, estimated." })
  @Column("numeric", { precision: 14, scale: 2, transformer: euro })
  amount!: number;

  @Field(() => String, { nullable: true, description: "Code of the common procurement vocabulary." })
  @Column("text", { nullable: true })
  cpv!: string | null;
}
