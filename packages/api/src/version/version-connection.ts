import { Version } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { Field, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType()
export class VersionEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => Version)
  readonly node!: Version;
}

@ObjectType()
export class VersionConnection {
  @Field(() => [VersionEdge])
  readonly edges!: readonly VersionEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

/** A page, from one row more than it shows. */
export function connectionOf(versions: readonly Version[], first: number): VersionConnection {
  const edges = versions.slice(0, first).map((node) => ({ cursor: String(node.number), node }));
  const endCursor = edges.at(-1)?.cursor ?? null;
  return { edges, pageInfo: { hasNextPage: versions.length > first, endCursor } };
}

export function numberAt(cursor: string): number {
  if (!/^[1-9]\d{0,8}$/.test(cursor)) throw badInput("after", "CURSOR");
  return Number(cursor);
}
