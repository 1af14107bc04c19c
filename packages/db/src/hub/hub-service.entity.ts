import { type ServiceKind, serviceKinds } from "@upiao/domain";
import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { HubRecord } from "./hub-record.ts";

export const ServiceKindEnum = enumOf(serviceKinds);
registerEnumType(ServiceKindEnum, { name: "ServiceKind" });

/** What a Province offers to the bodies of its office (servizio del polo). */
@ObjectType()
@Entity()
@Check("hub_service_kind", oneOf("kind", serviceKinds))
export class HubService extends HubRecord {
  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => String, { description: "By which objectives name it." })
  @Column("text", { unique: true })
  code!: string;

  @Field(() => ServiceKindEnum)
  @Column("text")
  kind!: ServiceKind;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String)
  @Column("text")
  description!: string;
}
