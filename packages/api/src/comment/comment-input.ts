import { ThreadKindEnum } from "@upiao/db";
import { type Anchor, letterOf, longestQuote, surroundingLetters } from "@upiao/document";
import { badInput, type ThreadKind } from "@upiao/domain";
import { Field, ID, InputType } from "type-graphql";
import { longestComment, mostMentions } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { textOf } from "../requests/input.ts";

@InputType({
  description:
    "Words of a text: Yjs relative positions (Base64) of their first letter, and of their last one with association to the left; the words; and what stands around them.",
})
export class AnchorInput {
  @Field(() => String)
  readonly start!: string;

  @Field(() => String)
  readonly end!: string;

  @Field(() => String)
  readonly quote!: string;

  @Field(() => String)
  readonly before!: string;

  @Field(() => String)
  readonly after!: string;
}

@InputType()
export class ThreadInput {
  @Field(() => ID)
  readonly sectionId!: string;

  @Field(() => ID, { nullable: true, description: "The proposal that it discusses." })
  readonly proposalId?: string | null;

  @Field(() => AnchorInput, { nullable: true, description: "Without it the thread is on the whole section." })
  readonly anchor?: AnchorInput | null;

  @Field(() => ThreadKindEnum)
  readonly kind!: ThreadKind;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [ID], { defaultValue: [], description: "People whom it names." })
  readonly mentions!: string[];
}

/** A text that somebody wrote, and whom it names. */
export interface Words {
  readonly text: string;
  readonly mentions: readonly string[];
}

export function wordsOf(text: string, mentions: readonly string[]): Words {
  if (mentions.length > mostMentions) throw badInput("mentions", "TOO_MANY", { most: mostMentions });
  return { text: textOf(text, "text", longestComment), mentions: [...new Set(mentions.map(askedId))] };
}

/** Only what names letters is an anchor; whether this text has them is found out when it is shown: they may have been
 *  typed a moment ago, and be on their way. */
export function anchorOfInput({ start, end, quote, before, after }: AnchorInput): Anchor {
  if (quote.trim() === "") throw badInput("anchor.quote", "MISSING");
  if (quote.length > longestQuote) throw badInput("anchor.quote", "TOO_LONG", { most: longestQuote });
  return {
    start: positionOf(start, "anchor.start"),
    end: positionOf(end, "anchor.end"),
    quote: storable(quote, "anchor.quote"),
    before: storable(before, "anchor.before").slice(-surroundingLetters),
    after: storable(after, "anchor.after").slice(0, surroundingLetters),
  };
}

/** A position has some ten bytes. */
const longestPosition = 64;

function positionOf(base64: string, field: string): Uint8Array {
  const bytes = base64.length > longestPosition ? null : new Uint8Array(Buffer.from(base64, "base64"));
  if (!bytes || !letterOf(bytes)) throw badInput(field, "ANCHOR");
  return bytes;
}

/** A quote is kept as it stands in the text; PostgreSQL has no place for the letter zero. */
function storable(text: string, field: string): string {
  if (text.includes("\0")) throw badInput(field, "CONTROL_CHARACTERS");
  return text;
}
