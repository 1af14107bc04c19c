export { assemblePlan } from "./adoption/assemble-plan.ts";
export { dropUnusedFiles } from "./adoption/drop-unused-files.ts";
export { queueFiles } from "./adoption/publish-plan.ts";
export { writePublishedTexts } from "./adoption/write-published-texts.ts";
export { type Api, type ApiOptions, buildApi } from "./api.ts";
export { recordAudits } from "./audit/record-audit.ts";
export { findAuditFault } from "./audit/verify-audit.ts";
export { type BodyImport, type ImportedBodies, importBodies } from "./body/import-bodies.ts";
export { type FeedEntry, feedPath, readFeed } from "./calendar/feed.ts";
export { remindCalendar } from "./calendar/remind-calendar.ts";
export { editSection } from "./coediting/edit-section.ts";
export type { FaultLog } from "./errors/fault-log.ts";
export type { ExportParts } from "./export/draft.ts";
export { dropOldExports } from "./export/drop-old-exports.ts";
export { runExport } from "./export/run-export.ts";
export { queueMissingFiles, writePublishedFiles } from "./export/write-published-files.ts";
export { dropLeftImports, remindMeasurements } from "./measurement/remind-measurements.ts";
export { notify, type Telling } from "./notification/notify.ts";
export {
  type DueItem,
  type DueMail,
  type MailRhythm,
  noteMailed,
  queueDigests,
  readDueMail,
} from "./notification/read-due-mail.ts";
export { remindDeadlines } from "./notification/remind-deadlines.ts";
export { thinOutNotifications } from "./notification/thin-out.ts";
export { findUnsubscribing, issueUnsubscribing, unsubscribe } from "./notification/unsubscribing.ts";
export { ensureProjected, projectStale } from "./objective/ensure-projected.ts";
export {
  type AddedAdmin,
  addFirstAdmin,
  type FirstAdmin,
  type FirstAdminObstacle,
  NoFirstAdmin,
} from "./people/add-first-admin.ts";
export type { DemoAccount } from "./people/demo-account.ts";
export { forgetNames } from "./remark/forget-names.ts";
export { tellOfRemark } from "./remark/tell-of-remark.ts";
export { buildSchemaText } from "./schema.ts";
export { freezeVersion } from "./version/freeze-version.ts";
export { keepPausedVersions } from "./version/keep-paused-versions.ts";
export { thinVersions } from "./version/thin-versions.ts";
export { freezeLeftShut } from "./workflow/freeze-shut.ts";
