export { Body } from "./body/body.entity.ts";
export { findBodies } from "./body/find-bodies.ts";
export { loadBodies } from "./body/load-bodies.ts";
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
export { type DatabaseOptions, migrate, openDatabase } from "./database.ts";
export { isDatabaseAway } from "./database-away.ts";
export { enqueueJob, type NewJob } from "./jobs/enqueue-job.ts";
export { AssociatedOffice } from "./office/associated-office.entity.ts";
export { OfficeMember } from "./office/office-member.entity.ts";
export { KnownDevice } from "./people/known-device.entity.ts";
export { Membership, RoleEnum } from "./people/membership.entity.ts";
export { User } from "./people/user.entity.ts";
export { UserSession } from "./people/user-session.entity.ts";
export { Plan } from "./plan/plan.entity.ts";
export { poolOf } from "./pool-of.ts";
export { AccessEnum, Section } from "./section/section.entity.ts";
export { loadSectionFacts, sectionIdsAround } from "./section/section-facts.ts";
