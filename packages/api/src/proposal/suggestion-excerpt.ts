import { type SuggestionExcerpt as Excerpt, nameOfFormat, proposedAddress } from "@upiao/document";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "What a suggestion changes, to be read also when it has gone from the text." })
export class SuggestionExcerpt {
  @Field(() => String, { description: "What stands before it." })
  readonly before!: string;

  @Field(() => String)
  readonly after!: string;

  @Field(() => String)
  readonly removed!: string;

  @Field(() => String)
  readonly added!: string;

  @Field(() => [String], {
    description:
      "bold, italic, underline, link, part (a link to a part of the plan); with `no-` before it where it is taken off.",
  })
  readonly formats!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "Where a link leads that is proposed, out of the plan.",
  })
  readonly address!: string | null;

  @Field(() => [String], { description: "BLOCK_ADDED, BLOCK_REMOVED, and the same of TABLE and ROW." })
  readonly nodes!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: "paragraph, heading1 to heading4, bullet, ordered, quote: what a block is to become.",
  })
  readonly shape!: string | null;
}

export function excerptOf({
  before,
  after,
  removed,
  added,
  formats,
  nodes,
  shapes,
}: Excerpt): SuggestionExcerpt {
  const shape = shapes[0]?.to;
  return {
    ...{ before, after, removed, added },
    formats: formats.map(nameOfFormat),
    address: proposedAddress({ formats }),
    nodes: nodes.map(({ node, change }) => `${node}_${change}`),
    shape: shape ? (shape.kind === "heading" ? `heading${shape.level}` : shape.kind) : null,
  };
}
