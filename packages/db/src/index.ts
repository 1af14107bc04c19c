export { ActFile } from "./adoption/act-file.entity.ts";
export { ActKindEnum, Adoption } from "./adoption/adoption.entity.ts";
export { Annulment } from "./adoption/annulment.entity.ts";
export { Publication } from "./adoption/publication.entity.ts";
export { PublishedFile } from "./adoption/published-file.entity.ts";
export { PublishedObjective } from "./adoption/published-objective.entity.ts";
export { PublishedText } from "./adoption/published-text.entity.ts";
export { AuditEvent } from "./audit/audit-event.entity.ts";
export { Body, BodyTypeEnum } from "./body/body.entity.ts";
export { BodyChange } from "./body/body-change.entity.ts";
export { findBodies } from "./body/find-bodies.ts";
export { loadBodies } from "./body/load-bodies.ts";
export { lastImportDay, lockBodies, readKnownBodies } from "./body/read-known-bodies.ts";
export { writeBodyChanges } from "./body/write-body-changes.ts";
export { CalendarFeed } from "./calendar/calendar-feed.entity.ts";
export { CalendarReminder } from "./calendar/calendar-reminder.entity.ts";
export { appendWithin } from "./coediting/append-within.ts";
export { findGrownLogs } from "./coediting/find-grown-logs.ts";
export type { Batch, LogReading } from "./coediting/log-reading.ts";
export { readLastWrites } from "./coediting/read-last-writes.ts";
export { readLogs } from "./coediting/read-logs.ts";
export { SectionClient } from "./coediting/section-client.entity.ts";
export { SectionUpdate } from "./coediting/section-update.entity.ts";
export { SyncTicket } from "./coediting/sync-ticket.entity.ts";
export {
  type FirstText,
  type LastWrites,
  type NewBatch,
  type OpenedLog,
  type Outcome,
  UpdateLog,
} from "./coediting/update-log.ts";
export type { LoggedUpdate } from "./coediting/updates-of-batch.ts";
export { Comment } from "./comment/comment.entity.ts";
export { CommentRevision } from "./comment/comment-revision.entity.ts";
export { CommentThread, ThreadKindEnum, ThreadStateEnum } from "./comment/comment-thread.entity.ts";
export { type DatabaseOptions, migrate, openDatabase } from "./database.ts";
export { isDatabaseAway } from "./database-away.ts";
export {
  ExportFailureEnum,
  ExportFormatEnum,
  ExportKindEnum,
  ExportStateEnum,
  FileExport,
} from "./export/file-export.entity.ts";
export { Adhesion } from "./hub/adhesion.entity.ts";
export { ApplicationStateEnum, CallApplication } from "./hub/call-application.entity.ts";
export { CallStateEnum, FundingCall } from "./hub/funding-call.entity.ts";
export { HubRecord } from "./hub/hub-record.ts";
export { HubService, ServiceKindEnum } from "./hub/hub-service.entity.ts";
export { loadFundingCalls } from "./hub/load-funding-calls.ts";
export { loadHubBodies } from "./hub/load-hub-bodies.ts";
export { Purchase } from "./hub/purchase.entity.ts";
export { ServiceContract } from "./hub/service-contract.entity.ts";
export { enqueueJob, type NewJob } from "./jobs/enqueue-job.ts";
export { Measurement } from "./measurement/measurement.entity.ts";
export { MeasurementImport } from "./measurement/measurement-import.entity.ts";
export { MeasurementImportCell } from "./measurement/measurement-import-cell.entity.ts";
export { MeasurementReminder } from "./measurement/measurement-reminder.entity.ts";
export { MeasurementRevision } from "./measurement/measurement-revision.entity.ts";
export { Notification, NotificationKindEnum } from "./notification/notification.entity.ts";
export { MailChoiceEnum, NotificationChoice } from "./notification/notification-choice.entity.ts";
export { OutboxMail } from "./notification/outbox-mail.entity.ts";
export { PlanReminder } from "./notification/plan-reminder.entity.ts";
export { UnsubscribeToken } from "./notification/unsubscribe-token.entity.ts";
export { DirectionEnum, Indicator, MeasurerEnum, UnitEnum } from "./objective/indicator.entity.ts";
export { Objective } from "./objective/objective.entity.ts";
export { ObjectiveFault } from "./objective/objective-fault.ts";
export { ObjectiveStateEnum } from "./objective/objective-state.enum.ts";
export { SectionProjection } from "./objective/section-projection.entity.ts";
export { Target } from "./objective/target.entity.ts";
export { AssociatedOffice } from "./office/associated-office.entity.ts";
export { OfficeMember } from "./office/office-member.entity.ts";
export { KnownDevice } from "./people/known-device.entity.ts";
export { CompetenceEnum, Membership, RoleEnum } from "./people/membership.entity.ts";
export { User } from "./people/user.entity.ts";
export { UserSession } from "./people/user-session.entity.ts";
export { PlacementEnum, Plan, PlanFormEnum, StateEnum } from "./plan/plan.entity.ts";
export { poolOf } from "./pool-of.ts";
export { Proposal, ProposalStateEnum } from "./proposal/proposal.entity.ts";
export { Suggestion, SuggestionStateEnum } from "./proposal/suggestion.entity.ts";
export { InstallationSecret } from "./remark/installation-secret.entity.ts";
export { readInstallationSecret } from "./remark/read-installation-secret.ts";
export { Remark, RemarkStateEnum } from "./remark/remark.entity.ts";
export { Opinion, VerdictEnum } from "./review/opinion.entity.ts";
export { AccessEnum, Section } from "./section/section.entity.ts";
export { loadPlanReviewers, loadSectionFacts, sectionIdsAround } from "./section/section-facts.ts";
export { CarriedObjective } from "./strategy/carried-objective.entity.ts";
export { findStrategyItems, type StrategyFilter } from "./strategy/find-strategy-items.ts";
export { loadStrategy } from "./strategy/load-strategy.ts";
export { StrategyEdition } from "./strategy/strategy-edition.entity.ts";
export { StrategyItem, StrategyKindEnum } from "./strategy/strategy-item.entity.ts";
export { Version, VersionKindEnum } from "./version/version.entity.ts";
export { SignOff } from "./workflow/sign-off.entity.ts";
export { ActionEnum, WorkflowStep } from "./workflow/workflow-step.entity.ts";
