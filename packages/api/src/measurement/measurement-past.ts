import { loadSectionFacts, Measurement } from "@upiao/db";
import { mayReadMeasurements, Refusal } from "@upiao/domain";
import { Field, Float, GraphQLISODateTime, ObjectType } from "type-graphql";
import type { Context } from "../context.ts";

@ObjectType({ description: "What stood in a cell, from when until when, and who had written it." })
export class MeasurementPast {
  @Field(() => Float, { nullable: true, description: "Null: not available («n.d.»)." })
  readonly value!: number | null;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => String, { nullable: true })
  readonly evidence!: string | null;

  @Field(() => String)
  readonly byName!: string;

  @Field(() => GraphQLISODateTime)
  readonly at!: Date;

  @Field(() => GraphQLISODateTime)
  readonly replacedAt!: Date;
}

/** What stood in a cell before what stands there now, the latest first. Throws NOT_FOUND for a value that the viewer may not
 *  read. */
export async function readPast(context: Context, id: string): Promise<MeasurementPast[]> {
  const { parts, signedIn } = context;
  const { posts } = signedIn;
  const measurement = await parts.database
    .getRepository(Measurement)
    .findOne({ where: { id }, relations: { indicator: true } });
  const sectionId = measurement?.indicator.sectionId;
  const facts = sectionId ? (await loadSectionFacts(parts.database, [sectionId])).get(sectionId) : null;
  if (!measurement || !facts || !mayReadMeasurements(facts, measurement.bodyId, posts))
    throw new Refusal("NOT_FOUND");
  return parts.database.query(
    `SELECT r.value, r.note, r.evidence, u.name AS "byName", r.written_at AS at, r.at AS "replacedAt"
       FROM measurement_revision r JOIN user_account u ON u.id = r.by_user_id
      WHERE r.measurement_id = $1 ORDER BY r.at DESC`,
    [id],
  );
}
