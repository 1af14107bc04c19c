import { createPubSub } from "@graphql-yoga/subscription";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchemaSync } from "type-graphql";
import { AdoptionResolver, PlanAdoptionResolver } from "./adoption/adoption.resolver.ts";
import { AuditResolver } from "./audit/audit.resolver.ts";
import { BodyResolver } from "./body/body.resolver.ts";
import { CalendarResolver } from "./calendar/calendar.resolver.ts";
import { CatalogueResolver } from "./catalogue/catalogue.resolver.ts";
import { PresenceResolver } from "./coediting/presence.resolver.ts";
import { SyncTicketResolver } from "./coediting/sync-ticket.resolver.ts";
import { CommentResolver } from "./comment/comment.resolver.ts";
import { CommentFieldsResolver, ThreadFieldsResolver } from "./comment/comment-fields.resolver.ts";
import { CommentsChangedResolver } from "./comment/comments-changed.resolver.ts";
import { ExportResolver } from "./export/export.resolver.ts";
import { CallApplicationResolver, FundingCallResolver } from "./hub/funding-call.resolver.ts";
import { HubResolver } from "./hub/hub.resolver.ts";
import { AdhesionResolver, HubServiceResolver } from "./hub/hub-service.resolver.ts";
import { PurchaseResolver } from "./hub/purchase.resolver.ts";
import { ServiceContractResolver } from "./hub/service-contract.resolver.ts";
import { ImportResolver } from "./import/import.resolver.ts";
import { MeasurementResolver } from "./measurement/measurement.resolver.ts";
import { MeasurementImportResolver } from "./measurement/measurement-import.resolver.ts";
import { NotificationResolver } from "./notification/notification.resolver.ts";
import { NotificationFieldsResolver } from "./notification/notification-fields.resolver.ts";
import { OutboxResolver } from "./notification/outbox.resolver.ts";
import {
  IndicatorResolver,
  ObjectiveResolver,
  SectionObjectivesResolver,
} from "./objective/objective.resolver.ts";
import { OfficeMemberResolver, OfficeResolver } from "./office/office.resolver.ts";
import { BodyPeopleResolver } from "./people/body-people.resolver.ts";
import { MembershipResolver } from "./people/membership.resolver.ts";
import { SessionResolver } from "./people/session.resolver.ts";
import { UserResolver } from "./people/user.resolver.ts";
import { PlanResolver } from "./plan/plan.resolver.ts";
import { ProposalResolver } from "./proposal/proposal.resolver.ts";
import { ProposalFieldsResolver, SuggestionFieldsResolver } from "./proposal/proposal-fields.resolver.ts";
import { ProposalsChangedResolver } from "./proposal/proposals-changed.resolver.ts";
import { RemarkResolver } from "./remark/remark.resolver.ts";
import { AuditorDeskResolver } from "./review/auditor-desk.resolver.ts";
import { ObservationResolver } from "./review/observation.resolver.ts";
import { OpinionResolver, SectionOpinionsResolver } from "./review/opinion.resolver.ts";
import { QueuedSectionResolver } from "./review/queued-section.resolver.ts";
import { ReviewQueueResolver } from "./review/review-queue.resolver.ts";
import { SectionResolver } from "./section/section.resolver.ts";
import { SectionChangedResolver } from "./section/section-changed.resolver.ts";
import { SectionFieldsResolver } from "./section/section-fields.resolver.ts";
import { PlanStrategyResolver } from "./strategy/plan-strategy.resolver.ts";
import { ReusableObjectivesResolver } from "./strategy/reusable-objectives.resolver.ts";
import { StrategyResolver } from "./strategy/strategy.resolver.ts";
import { TerritoryResolver } from "./territory/territory.resolver.ts";
import { SectionTextResolver } from "./version/section-text.resolver.ts";
import { SectionVersionsResolver } from "./version/section-versions.resolver.ts";
import { VersionResolver } from "./version/version.resolver.ts";
import { VersionFieldsResolver } from "./version/version-fields.resolver.ts";
import { VersionsChangedResolver } from "./version/versions-changed.resolver.ts";
import { PlanWorkflowResolver } from "./workflow/plan-workflow.resolver.ts";
import { SectionWorkflowResolver } from "./workflow/section-workflow.resolver.ts";
import { WorkflowStepResolver } from "./workflow/workflow-step.resolver.ts";

/** `biome.json` */

let built: GraphQLSchema | null = null;

/** The schema, from the classes that carry its decorators. */
export function schemaOfCode(): GraphQLSchema {
  built ??= buildSchemaSync({
    resolvers: [
      BodyResolver,
      BodyPeopleResolver,
      CommentFieldsResolver,
      CommentResolver,
      CommentsChangedResolver,
      ThreadFieldsResolver,
      MembershipResolver,
      NotificationResolver,
      NotificationFieldsResolver,
      OutboxResolver,
      ObjectiveResolver,
      IndicatorResolver,
      SectionObjectivesResolver,
      OfficeResolver,
      OfficeMemberResolver,
      PlanResolver,
      PresenceResolver,
      SectionResolver,
      SectionChangedResolver,
      SectionFieldsResolver,
      SessionResolver,
      SyncTicketResolver,
      UserResolver,
      AuditResolver,
      PlanWorkflowResolver,
      PlanAdoptionResolver,
      AdoptionResolver,
      ExportResolver,
      SectionWorkflowResolver,
      WorkflowStepResolver,
      ProposalResolver,
      ProposalFieldsResolver,
      SuggestionFieldsResolver,
      ProposalsChangedResolver,
      ReviewQueueResolver,
      QueuedSectionResolver,
      AuditorDeskResolver,
      OpinionResolver,
      SectionOpinionsResolver,
      ObservationResolver,
      SectionTextResolver,
      SectionVersionsResolver,
      VersionResolver,
      VersionFieldsResolver,
      VersionsChangedResolver,
      StrategyResolver,
      PlanStrategyResolver,
      ReusableObjectivesResolver,
      TerritoryResolver,
      HubResolver,
      HubServiceResolver,
      AdhesionResolver,
      FundingCallResolver,
      CallApplicationResolver,
      PurchaseResolver,
      ServiceContractResolver,
      CalendarResolver,
      CatalogueResolver,
      MeasurementResolver,
      MeasurementImportResolver,
      ImportResolver,
      RemarkResolver,
    ],
    // Inputs are checked where they are used, with sentences in two languages (`requests/input.ts`).
    validate: false,
    // Asked for as soon as there is a subscription; ours bring their own source of events.
    pubSub: createPubSub<Record<string, []>>(),
  });
  return built;
}

/** The schema as text, for the file that reviews and clients read: sorted, so that a change shows as itself. */
export function buildSchemaText(): string {
  const text = printSchema(lexicographicSortSchema(schemaOfCode()));
  // As the formatter wants it: descriptions on lines of their own, also the short ones, and arguments where a line is long.
  const described = text.replace(/^( *)"""(.+)"""$/gm, '$1"""\n$1$2\n$1"""');
  return `${described.replace(/^( *)(\w+)\((.+)\): (\S+)$/gm, breakLong)}\n`;
}

const longestLine = 110;

function breakLong(line: string, indent: string, name: string, args: string, type: string): string {
  if (line.length <= longestLine) return line;
  const lines = args.split(", ").map((arg) => `${indent}  ${arg}\n`);
  return `${indent}${name}(\n${lines.join("")}${indent}): ${type}`;
}
