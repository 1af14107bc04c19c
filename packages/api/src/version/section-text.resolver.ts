import { clientsIn } from "@upiao/document";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { fragmentOf, openBytes } from "../coediting/open-text.ts";
import type { Context } from "../context.ts";
import { usualTextWriters } from "../limits.ts";
import { SectionText, TextWriter } from "./section-text.ts";

@Resolver(() => SectionText)
export class SectionTextResolver {
  @FieldResolver(() => [TextWriter], {
    description: "Who wrote what stands in it: the person of each of its client ids.",
    complexity: ({ childComplexity }) => 1 + usualTextWriters * childComplexity,
  })
  async writers(
    @Root() { sectionId, update }: SectionText,
    @Ctx() { loaders }: Context,
  ): Promise<readonly TextWriter[]> {
    const doc = openBytes(update);
    const clients = clientsIn(fragmentOf(doc));
    doc.destroy();
    const everybody = await loaders.textWriters.load(sectionId);
    return everybody.filter(({ clientId }) => clients.has(clientId));
  }
}
