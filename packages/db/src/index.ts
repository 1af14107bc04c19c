export { Body } from "./body/body.entity.ts";
export { findBodies } from "./body/find-bodies.ts";
export { loadBodies } from "./body/load-bodies.ts";
export { readLogs } from "./coediting/read-logs.ts";
export { SectionClient } from "./coediting/section-client.entity.ts";
export { SectionLog } from "./coediting/section-log.entity.ts";
export { SyncTicket } from "./coediting/sync-ticket.entity.ts";
export {
  type Appended,
  type LoggedUpdate,
  type LogReading,
  type NewUpdate,
  UpdateLog,
} from "./coediting/update-log.ts";
export { type DatabaseOptions, migrate, openDatabase } from "./database.ts";
export { AssociatedOffice } from "./office/associated-office.entity.ts";
export { OfficeMember } from "./office/office-member.entity.ts";
export { KnownDevice } from "./people/known-device.entity.ts";
export { Membership, RoleEnum } from "./people/membership.entity.ts";
export { User } from "./people/user.entity.ts";
export { UserSession } from "./people/user-session.entity.ts";
export { Plan } from "./plan/plan.entity.ts";
export { AccessEnum, Section } from "./section/section.entity.ts";
export { loadSectionFacts, sectionIdsAround } from "./section/section-facts.ts";
