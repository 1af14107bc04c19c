import { badInput } from "@upiao/domain";
import { Field, ID, InputType } from "type-graphql";
import { longestLink, mostLinksDecided } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";

@InputType({ description: "What becomes of a link of an objective in another edition." })
export class LinkDecision {
  @Field(() => ID)
  readonly objectiveId!: string;

  @Field(() => String, { description: "The code that the objective names." })
  readonly code!: string;

  @Field(() => String, {
    nullable: true,
    description: "The code that it names from now on, which may be the same; null: the link is dropped.",
  })
  readonly to?: string | null;
}

export function decisionsOf(decisions: readonly LinkDecision[]): Required<LinkDecision>[] {
  if (decisions.length > mostLinksDecided)
    throw badInput("decisions", "TOO_MANY", { most: mostLinksDecided });
  return decisions.map(({ objectiveId, code, to = null }) => {
    for (const [field, words] of [
      ["code", code],
      ["to", to],
    ] as const)
      if (words !== null && words.length > longestLink)
        throw badInput(field, "TOO_LONG", { most: longestLink });
    return { objectiveId: askedId(objectiveId), code, to };
  });
}
