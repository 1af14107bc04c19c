import { type Membership, type Section, sectionIdsAround } from "@upiao/db";
import { isCompetentFor, mayActOnSection, standingOpinions } from "@upiao/domain";
import type { Context } from "../context.ts";
import { largestPage } from "../limits.ts";
import type { AuditedBody, AuditedSection } from "./audited-body.ts";
import { findingsOn } from "./findings-on.ts";

// "2.10" comes after "2.9".
const alphabet = new Intl.Collator("it", { numeric: true });

export async function listAuditedBodies({ parts, loaders, signedIn }: Context): Promise<AuditedBody[]> {
  const memberships = await loaders.memberships.load(signedIn.userId);
  const posts = memberships.filter(({ role }) => role === "AUDITOR");
  const around = await sectionIdsAround(
    parts.database,
    posts.map(({ bodyId }) => bodyId),
  );
  const facts = await Promise.all(around.map((id) => loaders.facts.load(id)));
  // By this post alone: what they may read for another body is not of this one.
  const readBy = (post: Membership) =>
    around.filter((_, index) => facts[index] != null && mayActOnSection("read", facts[index], [post]));
  return posts.map((post) => ({
    body: post.body,
    competence: post.competence,
    sectionIds: readBy(post),
  }));
}

export async function auditedSectionsOf(context: Context, audited: AuditedBody): Promise<AuditedSection[]> {
  const { competence, sectionIds } = audited;
  const sections = await Promise.all(sectionIds.map((id) => context.loaders.sections.load(id)));
  const rank = (section: Section) => (isCompetentFor(competence, section.code) ? 0 : 1);
  const shown = sections
    .filter((section) => section !== null)
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        other.firstYear - one.firstYear ||
        alphabet.compare(one.code, other.code) ||
        alphabet.compare(one.id, other.id),
    )
    .slice(0, largestPage);
  return Promise.all(shown.map((section) => auditedSectionOf(context, audited, section)));
}

async function auditedSectionOf(
  context: Context,
  { body, competence }: AuditedBody,
  section: Section,
): Promise<AuditedSection> {
  const [findings, opinions] = await Promise.all([
    findingsOn(context, section.id),
    context.loaders.opinions.load(section.id),
  ]);
  const ofControl = opinions.filter((one) => one.bodyId === body.id && one.competence === competence);
  const [opinion = null] = standingOpinions(ofControl);
  return { section, isCompetent: isCompetentFor(competence, section.code), findings, opinion };
}
