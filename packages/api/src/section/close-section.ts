import { loadSectionFacts, Section } from "@upiao/db";
import { Refusal, whyNotActOnSection } from "@upiao/domain";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";

/** Closes a shared section to writing, or opens it again; the database tells whoever has it open. */
export async function closeSection(context: Context, id: string, closed: boolean): Promise<Section> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const sections = tx.getRepository(Section);
    const section = await sections.findOne({ where: { id }, lock: { mode: "for_no_key_update" } });
    const facts = (await loadSectionFacts(tx, [id])).get(id);
    if (!section || !facts) throw new Refusal("NOT_FOUND");
    const why = whyNotActOnSection("openAndClose", facts, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    section.closed = closed;
    return sections.save(section);
  });
}
