import { AssociatedOffice, Body, CommentThread, Plan, Proposal, Section, User, Version } from "@upiao/db";
import type { DataSource } from "typeorm";
import { loadPlanAdoptions, loadPublications } from "./adoption/load-adoptions.ts";
import { loadFormerNames } from "./body/load-former-names.ts";
import { loadSectionThreads, loadThreadComments } from "./comment/load-threads.ts";
import { loadAdhesions } from "./hub/load-adhesions.ts";
import { loadApplications } from "./hub/load-applications.ts";
import { loadHubBody } from "./hub/load-hub-body.ts";
import { loadById } from "./load-by-id.ts";
import {
  loadIndicatorTargets,
  loadObjectiveIndicators,
  loadSectionObjectives,
} from "./objective/load-objectives.ts";
import { loadOrigins } from "./objective/load-origins.ts";
import { loadMembers } from "./office/load-members.ts";
import { loadMemberships } from "./people/load-memberships.ts";
import { loadPlanSections } from "./plan/load-plan-sections.ts";
import { loadProposals } from "./proposal/load-proposals.ts";
import { loadFrozenVersionIds } from "./review/load-frozen-versions.ts";
import { loadOpenMatters } from "./review/load-open-matters.ts";
import { loadOpinions } from "./review/load-opinions.ts";
import { loadFacts } from "./section/load-facts.ts";
import { loadLastWrites } from "./section/load-last-writes.ts";
import { loadOwners } from "./section/load-owners.ts";
import { loadTexts } from "./section/load-texts.ts";
import {
  loadStrategyByCode,
  loadStrategyChildren,
  loadStrategyItems,
} from "./strategy/load-strategy-items.ts";
import { loadTextBytes } from "./version/load-text-bytes.ts";
import { loadTextWriters, loadVersionBytes, loadVersionPages } from "./version/load-versions.ts";
import { loadSignatures } from "./workflow/load-signers.ts";
import { loadPlanSteps, loadSectionSteps } from "./workflow/load-steps.ts";

/** Everything that a list asks for row by row, gathered into one statement for each step of a query. */
export function loadersOn(database: DataSource) {
  return {
    users: loadById(database, User),
    bodies: loadById(database, Body),
    formerNames: loadFormerNames(database),
    offices: loadById(database, AssociatedOffice),
    plans: loadById(database, Plan),
    sections: loadById(database, Section),
    threads: loadById(database, CommentThread),
    sectionThreads: loadSectionThreads(database),
    threadComments: loadThreadComments(database),
    versions: loadById(database, Version),
    sectionSteps: loadSectionSteps(database),
    planSteps: loadPlanSteps(database),
    planAdoptions: loadPlanAdoptions(database),
    publications: loadPublications(database),
    signatures: loadSignatures(database),
    facts: loadFacts(database),
    owners: loadOwners(database),
    lastWrites: loadLastWrites(database),
    texts: loadTexts(database),
    planSections: loadPlanSections(database),
    members: loadMembers(database),
    memberships: loadMemberships(database),
    proposals: loadById(database, Proposal),
    sectionProposals: loadProposals(database),
    openMatters: loadOpenMatters(database),
    opinions: loadOpinions(database),
    frozenVersionIds: loadFrozenVersionIds(database),
    versionPages: loadVersionPages(database),
    versionBytes: loadVersionBytes(database),
    textBytes: loadTextBytes(database),
    strategyByCode: loadStrategyByCode(database),
    strategyChildren: loadStrategyChildren(database),
    strategyItems: loadStrategyItems(database),
    textWriters: loadTextWriters(database),
    sectionObjectives: loadSectionObjectives(database),
    objectiveOrigins: loadOrigins(database),
    objectiveIndicators: loadObjectiveIndicators(database),
    indicatorTargets: loadIndicatorTargets(database),
    hubBodies: loadHubBody(database),
    adhesions: loadAdhesions(database),
    applications: loadApplications(database),
  };
}

export type Loaders = ReturnType<typeof loadersOn>;
