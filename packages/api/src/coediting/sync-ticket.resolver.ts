import { accessTo } from "@upiao/domain";
import { issueTicket } from "@upiao/identity";
import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";
import { SyncTicket } from "./sync-ticket.ts";

@Resolver()
export class SyncTicketResolver {
  @Mutation(() => SyncTicket, {
    description: "A pass to open the section as `?ticket=`, usable until it expires.",
  })
  async syncTicket(
    @Arg("sectionId", () => ID) sectionId: string,
    @Ctx() context: Context,
  ): Promise<SyncTicket> {
    const { posts, sessionId } = context.signedIn;
    const facts = await readFacts(context, sectionId);
    const issued = await issueTicket(context.parts.database, sessionId, askedId(sectionId));
    return { ...issued, access: accessTo(facts, posts) };
  }
}
