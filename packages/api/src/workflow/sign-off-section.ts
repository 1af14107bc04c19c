import { type Section, SignOff } from "@upiao/db";
import { Refusal, whyNotSignOff } from "@upiao/domain";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { freezeVersion } from "../version/freeze-version.ts";

/** Signs off a shared section, as it stands now, for a body of which who is asking is the RTD. Throws a `Refusal`. */
export async function signOffSection(
  context: Context,
  sectionId: string,
  bodyId: string,
): Promise<Section | null> {
  const { userId } = context.signedIn;
  const id = await context.change(async (tx) => {
    const { section, facts } = await lockSection(tx, sectionId);
    const why = whyNotSignOff(facts, bodyId, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    const version = await freezeVersion(tx, { sectionId, kind: "FROZEN", byUserId: userId });
    const signOff = await tx
      .getRepository(SignOff)
      .save({ sectionId, bodyId, userId, versionId: version.id });
    await recordAudit(tx, {
      chain: chainOf(section, facts),
      userId,
      action: "section.SIGN_OFF",
      subject: { section: sectionId, body: bodyId, version: version.id },
    });
    return signOff.id;
  });
  context.parts.bus.publish("review", { sectionId, what: "workflow", id });
  return context.loaders.sections.load(sectionId);
}
