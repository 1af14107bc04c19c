import { Field, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, type Relation, Unique } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { HubRecord } from "./hub-record.ts";
import { HubService } from "./hub-service.entity.ts";

/** A body that takes a service of the hub, or asks for it: then the act and its day are still missing. */
@ObjectType()
@Entity()
@Unique(["serviceId", "bodyId"])
@Check("adhesion_act", "(act IS NULL) = (from_day IS NULL)")
@Check("adhesion_days", "until_day IS NULL OR until_day >= from_day")
export class Adhesion extends HubRecord {
  @Column("uuid")
  serviceId!: string;
  @ManyToOne(() => HubService, { onDelete: "RESTRICT" })
  service!: Relation<HubService>;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => String, {
    nullable: true,
    description: "The act, as it is cited; null: it was only asked for.",
  })
  @Column("text", { nullable: true })
  act!: string | null;

  @Field(() => String, { nullable: true, description: "First day, ISO 8601." })
  @Column("date", { nullable: true })
  fromDay!: string | null;

  @Field(() => String, { nullable: true, description: "Last day, ISO 8601; null: none is set." })
  @Column("date", { nullable: true })
  untilDay!: string | null;
}
