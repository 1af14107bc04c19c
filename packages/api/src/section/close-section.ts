import { Section } from "@upiao/db";
import { Refusal, whyNotActOnSection } from "@upiao/domain";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "./lock-section.ts";

/** Closes a shared section to writing, or opens it again; the database tells whoever has it open. */
export async function closeSection(context: Context, id: string, closed: boolean): Promise<Section> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const { section, facts } = await lockSection(tx, id);
    const why = whyNotActOnSection("openAndClose", facts, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    const action = closed ? "section.CLOSE" : "section.OPEN";
    await recordAudit(tx, { chain: chainOf(section, facts), userId, action, subject: { section: id } });
    section.closed = closed;
    return tx.getRepository(Section).save(section);
  });
}
