import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { usualAuditedBodies, usualAuditedSections } from "../limits.ts";
import { AuditedBody, AuditedSection } from "./audited-body.ts";
import { auditedSectionsOf, listAuditedBodies } from "./list-audited-bodies.ts";

@Resolver(() => AuditedBody)
export class AuditorDeskResolver {
  @Query(() => [AuditedBody], {
    description: "The bodies that I control, by name.",
    complexity: ({ childComplexity }) => 1 + usualAuditedBodies * childComplexity,
  })
  auditorDesk(@Ctx() context: Context): Promise<AuditedBody[]> {
    return listAuditedBodies(context);
  }

  @FieldResolver(() => [AuditedSection], {
    description:
      "Its own sections and those that it shares: first those of my competence, the latest years first.",
    complexity: ({ childComplexity }) => 1 + usualAuditedSections * childComplexity,
  })
  sections(@Root() audited: AuditedBody, @Ctx() context: Context): Promise<AuditedSection[]> {
    return auditedSectionsOf(context, audited);
  }
}
