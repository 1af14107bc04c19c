import type { Growth } from "@upiao/bus";
import { Section } from "@upiao/db";
import { badInput, Refusal, sectionCodes, whyNotRunOffice } from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { findPlacement } from "../plan/plan-to-begin.ts";
import { copyText } from "../section/copy-text.ts";
import { lockOffice } from "./lock-office.ts";

export interface SharedSectionToStart {
  readonly officeId: string;
  readonly firstYear: number;
  /** A shared section of the same office and of earlier years, or null. */
  readonly fromSectionId: string | null;
}

/** Begins the strategy that the bodies of an office share in three years, empty or with the text of an earlier one, which the
 *  person who begins it has written from then on. Throws a `Refusal`. */
export async function startSharedSection(context: Context, asked: SharedSectionToStart): Promise<Section> {
  const { userId } = context.signedIn;
  const { officeId, firstYear, fromSectionId } = asked;
  const code = sectionCodes.strategy;
  let growth: Growth | null = null;
  const section = await context.change(async (tx) => {
    const posts = await postsOf(tx, userId);
    const office = await lockOffice(tx, officeId, (facts) => whyNotRunOffice(facts, posts));
    const sections = tx.getRepository(Section);
    if (await sections.existsBy({ officeId, firstYear, code })) throw new Refusal("ALREADY_EXISTS");
    const before =
      fromSectionId === null ? null : await sections.findOneBy({ id: fromSectionId, officeId, code });
    if (fromSectionId !== null && !before) throw new Refusal("NOT_FOUND");
    if (before && before.firstYear >= firstYear) throw badInput("fromSectionId", "NOT_EARLIER");
    const { placement } = await findPlacement(tx, office.leadBodyId, null);
    const title = before?.title ?? context.parts.planTemplate.placements[placement].title;
    const begun = await sections.save({ officeId, firstYear, code, title });
    if (before) {
      const yearsLater = firstYear - before.firstYear;
      growth = await copyText(tx, { from: before.id, sectionId: begun.id, userId, yearsLater });
    }
    const subject = { section: begun.id, ...(before ? { from: before.id } : {}) };
    await recordAudit(tx, { chain: officeId, userId, action: "office.START_SECTION", subject });
    return begun;
  });
  if (growth) context.parts.bus.grown(section.id, growth);
  return section;
}
