import { ActFile } from "./adoption/act-file.entity.ts";
import { Adoption } from "./adoption/adoption.entity.ts";
import { Annulment } from "./adoption/annulment.entity.ts";
import { Publication } from "./adoption/publication.entity.ts";
import { PublishedFile } from "./adoption/published-file.entity.ts";
import { PublishedObjective } from "./adoption/published-objective.entity.ts";
import { PublishedText } from "./adoption/published-text.entity.ts";
import { AuditEvent } from "./audit/audit-event.entity.ts";
import { Body } from "./body/body.entity.ts";
import { BodyChange } from "./body/body-change.entity.ts";
import { CalendarFeed } from "./calendar/calendar-feed.entity.ts";
import { CalendarReminder } from "./calendar/calendar-reminder.entity.ts";
import { SectionClient } from "./coediting/section-client.entity.ts";
import { SectionSnapshot } from "./coediting/section-snapshot.entity.ts";
import { SectionUpdate } from "./coediting/section-update.entity.ts";
import { SyncTicket } from "./coediting/sync-ticket.entity.ts";
import { Comment } from "./comment/comment.entity.ts";
import { CommentRevision } from "./comment/comment-revision.entity.ts";
import { CommentThread } from "./comment/comment-thread.entity.ts";
import { FileExport } from "./export/file-export.entity.ts";
import { Adhesion } from "./hub/adhesion.entity.ts";
import { CallApplication } from "./hub/call-application.entity.ts";
import { FundingCall } from "./hub/funding-call.entity.ts";
import { HubService } from "./hub/hub-service.entity.ts";
import { Purchase } from "./hub/purchase.entity.ts";
import { ServiceContract } from "./hub/service-contract.entity.ts";
import { Measurement } from "./measurement/measurement.entity.ts";
import { MeasurementImport } from "./measurement/measurement-import.entity.ts";
import { MeasurementImportCell } from "./measurement/measurement-import-cell.entity.ts";
import { MeasurementReminder } from "./measurement/measurement-reminder.entity.ts";
import { MeasurementRevision } from "./measurement/measurement-revision.entity.ts";
import { Notification } from "./notification/notification.entity.ts";
import { NotificationChoice } from "./notification/notification-choice.entity.ts";
import { OutboxMail } from "./notification/outbox-mail.entity.ts";
import { PlanReminder } from "./notification/plan-reminder.entity.ts";
import { UnsubscribeToken } from "./notification/unsubscribe-token.entity.ts";
import { Indicator } from "./objective/indicator.entity.ts";
import { Objective } from "./objective/objective.entity.ts";
import { SectionProjection } from "./objective/section-projection.entity.ts";
import { Target } from "./objective/target.entity.ts";
import { AssociatedOffice } from "./office/associated-office.entity.ts";
import { OfficeMember } from "./office/office-member.entity.ts";
import { KnownDevice } from "./people/known-device.entity.ts";
import { Membership } from "./people/membership.entity.ts";
import { User } from "./people/user.entity.ts";
import { UserSession } from "./people/user-session.entity.ts";
import { Plan } from "./plan/plan.entity.ts";
import { Proposal } from "./proposal/proposal.entity.ts";
import { Suggestion } from "./proposal/suggestion.entity.ts";
import { InstallationSecret } from "./remark/installation-secret.entity.ts";
import { Remark } from "./remark/remark.entity.ts";
import { Opinion } from "./review/opinion.entity.ts";
import { Section } from "./section/section.entity.ts";
import { CarriedObjective } from "./strategy/carried-objective.entity.ts";
import { StrategyEdition } from "./strategy/strategy-edition.entity.ts";
import { StrategyItem } from "./strategy/strategy-item.entity.ts";
import { Version } from "./version/version.entity.ts";
import { SignOff } from "./workflow/sign-off.entity.ts";
import { WorkflowStep } from "./workflow/workflow-step.entity.ts";

export const entities = [
  Body,
  User,
  Membership,
  UserSession,
  KnownDevice,
  AssociatedOffice,
  OfficeMember,
  Plan,
  Section,
  SectionUpdate,
  SectionSnapshot,
  SectionClient,
  SyncTicket,
  Version,
  WorkflowStep,
  SignOff,
  Opinion,
  ActFile,
  Adoption,
  Annulment,
  Publication,
  PublishedText,
  PublishedObjective,
  PublishedFile,
  FileExport,
  AuditEvent,
  Proposal,
  Suggestion,
  CommentThread,
  Comment,
  CommentRevision,
  Notification,
  NotificationChoice,
  OutboxMail,
  PlanReminder,
  UnsubscribeToken,
  CarriedObjective,
  StrategyEdition,
  StrategyItem,
  Objective,
  Indicator,
  Target,
  SectionProjection,
  Measurement,
  MeasurementRevision,
  HubService,
  Adhesion,
  FundingCall,
  CallApplication,
  Purchase,
  ServiceContract,
  CalendarFeed,
  CalendarReminder,
  MeasurementImport,
  MeasurementImportCell,
  MeasurementReminder,
  BodyChange,
  Remark,
  InstallationSecret,
];
