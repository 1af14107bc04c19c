import { ServiceKindEnum } from "@upiao/db";
import { badInput, type ServiceKind } from "@upiao/domain";
import { Field, ID, InputType, Int } from "type-graphql";
import { askedId } from "../requests/asked-id.ts";
import type { KnownRecord } from "./save-record.ts";

/** What every record of the hub brings with it when it is kept. */
@InputType()
export abstract class HubRecordInput {
  @Field(() => ID, { nullable: true, description: "Of the one that is changed; left out for a new one." })
  readonly id?: string | null;

  @Field(() => Int, { nullable: true, description: "The revision that was seen, of one that is changed." })
  readonly revision?: number | null;
}

export function knownOf({ id, revision }: HubRecordInput): KnownRecord | null {
  if (id == null) return null;
  if (revision == null) throw badInput("revision", "MISSING");
  return { id: askedId(id), revision };
}

@InputType()
export class HubServiceInput extends HubRecordInput {
  @Field(() => ID, { description: "The body that offers it." })
  readonly bodyId!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => ServiceKindEnum)
  readonly kind!: ServiceKind;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly description!: string;
}

@InputType()
export class AdhesionInput extends HubRecordInput {
  @Field(() => ID)
  readonly serviceId!: string;

  @Field(() => ID)
  readonly bodyId!: string;

  @Field(() => String)
  readonly act!: string;

  @Field(() => String, { description: "ISO 8601." })
  readonly fromDay!: string;

  @Field(() => String, { nullable: true, description: "ISO 8601." })
  readonly untilDay?: string | null;
}
