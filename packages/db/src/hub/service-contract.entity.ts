import { Field, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { HubRecord } from "./hub-record.ts";

/** A contract by which others do a public service for a body, watched by the Province. */
@ObjectType()
@Entity()
@Index(["bodyId", "expires"])
export class ServiceContract extends HubRecord {
  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String)
  @Column("text")
  supplier!: string;

  @Field(() => String, { description: "Last day, ISO 8601." })
  @Column("date")
  expires!: string;

  @Field(() => String, { nullable: true, description: "By what the service is watched." })
  @Column("text", { nullable: true })
  indicators!: string | null;
}
