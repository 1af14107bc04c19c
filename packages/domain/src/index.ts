export { type Access, accessLevels, highest, reaches } from "./access/access.ts";
export {
  mayManagePeople,
  mayRecordLeaving,
  type RoleChange,
  whyNotChangeRole,
  worksFor,
} from "./access/body-access.ts";
export { type Competence, competences, isCompetentFor } from "./access/competence.ts";
export {
  mayReadOffice,
  type OfficeFacts,
  whyNotFoundOffice,
  whyNotRecordLeaving,
  whyNotRunOffice,
} from "./access/office-access.ts";
export { type Disabling, whyNotDisable } from "./access/person-access.ts";
export {
  mayReadPlan,
  mayStartPlan,
  mayWritePlan,
  standsInPlanOf,
  whyNotStartPlan,
} from "./access/plan-access.ts";
export { type Post, type Role, roles } from "./access/role.ts";
export {
  accessTo,
  type BodyOwner,
  mayActOnSection,
  type OfficeOwner,
  postIn,
  type ReadOnlyReason,
  type Relation,
  relations,
  relationTo,
  type SectionAction,
  type SectionFacts,
  sectionActions,
  whyReadOnly,
} from "./access/section-access.ts";
export { whyNotActOnSection } from "./access/section-refusal.ts";
export { type Act, citeAct } from "./adoption/act.ts";
export { actFileName, actFileType } from "./adoption/act-file.ts";
export { type ActKind, actKinds, actKindsOf } from "./adoption/act-kind.ts";
export {
  amendmentKey,
  publicBodyPath,
  publicKeyOf,
  publicPlanPath,
  readAmendmentKey,
} from "./adoption/public-path.ts";
export { type AuditAction, auditActions } from "./audit/audit-action.ts";
export { mayReadRegister } from "./audit/register-access.ts";
export type { BodyRecord } from "./body/body-record.ts";
export {
  type BodyChange,
  type BodyChangeKind,
  type BodyRegister,
  bodyChangeKinds,
  type IpaEntry,
  type IpaKind,
  type KnownBody,
  type ListedArea,
  type ListedComune,
  type Merger,
  type NewBody,
  type RegisterFault,
  type RegisterFaultCode,
  type RegisterSource,
  registerSources,
} from "./body/body-register.ts";
export { callBody } from "./body/call-body.ts";
export { type ComparedRegister, compareRegister } from "./body/compare-register.ts";
export { isInForce } from "./body/is-in-force.ts";
export { searchName } from "./body/search-name.ts";
export {
  type CalendarFacts,
  type CalendarItem,
  type CalendarKind,
  calendarKinds,
  calendarOf,
} from "./calendar/calendar-item.ts";
export type {
  Catalogue,
  CatalogueAdoption,
  CatalogueEntry,
  CatalogueList,
  CataloguePart,
  FormNeed,
} from "./catalogue/catalogue.ts";
export { closeCodes, finalCloseCodes, notAProposal, ownMessages } from "./coediting/wire.ts";
export { type ThreadKind, type ThreadState, threadKinds, threadStates } from "./comment/thread.ts";
export {
  type Commenter,
  type CommentFacts,
  type CommentPlace,
  commentPlaceOf,
  isAwaitingReply,
  mayBeMentioned,
  postToRaise,
  type ThreadFacts,
  whyNotChangeComment,
  whyNotComment,
  whyNotRaise,
  whyNotReply,
  whyNotSettle,
} from "./comment/why-not-comment.ts";
export {
  type ExportFailure,
  type ExportFormat,
  type ExportKind,
  type ExportState,
  exportFailures,
  exportFormats,
  exportKinds,
  exportPath,
  exportStates,
  fileExtensions,
  myExportsPath,
} from "./export/file-export.ts";
export { fileNameOf } from "./export/file-name.ts";
export { type AdhesionState, adhesionStateOn, adhesionStates, countingDay } from "./hub/adhesion-state.ts";
export { type ApplicationState, applicationStates } from "./hub/application-state.ts";
export type { CatalogueCall } from "./hub/catalogue-call.ts";
export {
  type CallState,
  type CallToTell,
  callStateOn,
  callStates,
  mayApply,
  recipientOf,
  sectionsOfCalls,
  suggestedTextFor,
} from "./hub/funding-call.ts";
export {
  type HubBody,
  type HubRecordKind,
  hubRecordKinds,
  leadsHub,
  mayReadHub,
  whyNotKeep,
} from "./hub/hub-access.ts";
export { largestAmount, parseAmount } from "./hub/parse-amount.ts";
export { type ServiceKind, serviceKinds } from "./hub/service-kind.ts";
export { guessPlace, isTitleOf, type PlanPlace } from "./import/guess-place.ts";
export { deviationOf, isAdverse } from "./measurement/deviation.ts";
export {
  type CellJudgement,
  isDoubtfulPercentage,
  judgeCell,
  type StandingCell,
  type WantedCell,
} from "./measurement/judge-cell.ts";
export {
  mayMeasure,
  mayReadGrid,
  mayReadMeasurements,
  whyNotMeasure,
} from "./measurement/measurement-access.ts";
export { readEvidence } from "./measurement/read-evidence.ts";
export { type ReadValue, readValue, type ValueFault, writeValue } from "./measurement/read-value.ts";
export {
  isYearBegun,
  isYearOver,
  lastRoundBefore,
  type RoundStanding,
  roundDeadline,
  roundOpensOn,
  standingOf,
  type YearRound,
} from "./measurement/round-deadline.ts";
export { measuredInYear } from "./measurement/year-state.ts";
export { deadlineTold } from "./notification/deadline-told.ts";
export { dayInItaly, lastDigestTime } from "./notification/digest-time.ts";
export {
  type MailChoice,
  mailChoices,
  type NotificationKind,
  notificationKinds,
} from "./notification/notification-kind.ts";
export { calendarPath, measuresPath, type Place, pathTo, remarksPath } from "./notification/place-path.ts";
export { awaitsAdoption, isReminded, reminderDue } from "./notification/reminder-days.ts";
export { usualMail } from "./notification/usual-mail.ts";
export { type FieldFaultKind, fieldFaults } from "./objective/field-faults.ts";
export {
  type Direction,
  directions,
  type Measurer,
  measurers,
  type Round,
  rounds,
  type Unit,
  units,
} from "./objective/indicator.ts";
export {
  isUnlinked,
  type Linked,
  type LinksOf,
  linksOf,
  linkTree,
  type Programme,
} from "./objective/link-tree.ts";
export {
  isReached,
  type MeasuredIndicator,
  type ObjectiveState,
  objectiveStates,
  onTrackFrom,
  progressOf,
  stateOfIndicator,
  stateOfObjective,
} from "./objective/objective-state.ts";
export { type NumberFault, numberFaults, readNumber } from "./objective/read-number.ts";
export { guidanceFor } from "./plan/guidance-for.ts";
export {
  type OutlineLine,
  outlinePlan,
  type PlanToOutline,
  type WrittenSection,
} from "./plan/outline-plan.ts";
export { codesOfPart } from "./plan/part-codes.ts";
export {
  addableParts,
  type BegunPart,
  beginningParts,
  type PlanToBegin,
} from "./plan/plan-beginning.ts";
export { daysUntil, planDeadline } from "./plan/plan-deadline.ts";
export {
  type BodyType,
  bodyTypes,
  type Placement,
  type PlanForm,
  placements,
  planForms,
} from "./plan/plan-form.ts";
export type { Guidance, PlanTemplate, StrategyPlacement, TemplatePart } from "./plan/plan-template.ts";
export { sectionCodes } from "./plan/section-code.ts";
export { mayNumberStrategy } from "./plan/strategy-number.ts";
export { lastYearOf } from "./plan/triennium.ts";
export {
  type ProposalState,
  proposalStates,
  type SuggestionState,
  suggestionStates,
} from "./proposal/proposal.ts";
export { whyNotCloseProposal, whyNotDecideSuggestions } from "./proposal/why-not-decide.ts";
export {
  mayDecideRemarks,
  mayReadRemarks,
  type RemarkDecision,
  type RemarkFacts,
  whyNotDecideRemark,
} from "./remark/remark-access.ts";
export { type RemarkState, remarkStates } from "./remark/remark-state.ts";
export {
  longestRemark,
  longestRemarkName,
  type RemarkFault,
  readRemark,
  shortestRemark,
  type WrittenRemark,
} from "./remark/remark-text.ts";
export {
  controlAt,
  isReasoned,
  type OpinionSubject,
  standingOpinions,
  whyNotGiveOpinion,
} from "./review/opinion.ts";
export { isAuditor, isReviewer, mayTakeRecord } from "./review/review-access.ts";
export { type Verdict, verdicts } from "./review/verdict.ts";
export { actKindWords } from "./sentences/act.ts";
export { sayDue, sayDueInALine } from "./sentences/calendar.ts";
export { type CellFault, cellFaultCodes, cellFaults, sentenceOfCell } from "./sentences/cell-fault.ts";
export { type InputFault, inputFaults } from "./sentences/input-fault.ts";
export { isPlaceless, kindNames, type ToldOf, tell } from "./sentences/notification.ts";
export {
  badInput,
  isRefusalCode,
  Refusal,
  type RefusalCode,
  type RefusalDetails,
  refusals,
  sentenceAtField,
  sentenceOf,
} from "./sentences/refusal.ts";
export {
  type CarriedItem,
  type CarryOver,
  type CarryOverChange,
  carryOver,
  carryOverChanges,
  likeness,
  sameItems,
} from "./strategy/carry-over.ts";
export {
  type CoverageLine,
  type CoverageTerm,
  type CoveredItem,
  coverageOf,
  coverageTerms,
  linesByResult,
} from "./strategy/coverage.ts";
export {
  type StrategyDetails,
  type StrategyEditionRecord,
  type StrategyItemRecord,
  type StrategyKind,
  strategyKinds,
  yearsWithTarget,
} from "./strategy/strategy-item.ts";
export { type Heat, heatOf, heats } from "./territory/heat.ts";
export { type Figure, figureMethods, figures, sumWayNames } from "./territory/method.ts";
export {
  countedProgress,
  distributionOf,
  type Mean,
  meanOf,
  targetTowards,
} from "./territory/public-value.ts";
export { type Summed, type SumWay, sumOver, sumWayOf, sumWays } from "./territory/sum-way.ts";
export { mayReadFigures, mayReadOverview, mayReadTerritory } from "./territory/territory-access.ts";
export { readableVersions } from "./version/version-access.ts";
export { type VersionKind, versionKinds } from "./version/version-kind.ts";
export { type Gap, gapsOf, type MeasuredSection, notYetValidated } from "./workflow/completeness.ts";
export { obstacleTo, type SectionReadiness } from "./workflow/obstacles.ts";
export { missingSignOffs, signersOf, whyNotSignOff } from "./workflow/sign-off.ts";
export { isAdopted, isHandedIn, isOpenToChange, type State, states } from "./workflow/state.ts";
export { type Action, actions, type Step, steps, type Taker } from "./workflow/step.ts";
export { postForStep, type Subject, stepsFrom, takersOf, whyNotStep } from "./workflow/why-not-step.ts";
