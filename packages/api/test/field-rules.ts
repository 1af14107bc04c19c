/** Who gets an answer from a field, in the words of the rules. How each is tried is in `trials.ts`. */
export type FieldRule =
  | "anybody"
  /** Nobody has an account of theirs: what others ask of it is null. */
  | "oneself"
  | "signed in"
  | "readers of the section"
  | "openers of the section"
  | "editors of the section"
  | "proposers to the section"
  | "closers of the proposal"
  | "readers of the plan"
  | "administrators of the body"
  | "recorders of leaving"
  | "founders of the office"
  | "runners of the office"
  | "takers of the step"
  | "signers of the section"
  | "writers of the plan"
  | "starters of the plan"
  | "commenters of the section"
  | "authors of the comment"
  | "settlers of the thread"
  | "auditors of the section"
  | "takers of the record"
  | "readers of the register"
  | "readers of the figures"
  | "leaders of the territory"
  | "readers of the hub"
  | "keepers of the hub"
  | "readers of the measurements"
  | "measurers of the body"
  | "readers of the remarks"
  | "deciders of the remarks";

const readers = "readers of the section";

function all(rule: FieldRule, ...fields: readonly string[]): Record<string, FieldRule> {
  return Object.fromEntries(fields.map((field) => [field, rule]));
}

/** A rule for every field of the schema. A new field has to say here whose it is. */
export const fieldRules: Record<string, Record<string, FieldRule>> = {
  Query: {
    me: "oneself",
    ...all("anybody", "demoAccounts", "bodies"),
    ...all("signed in", "sections", "myOffices", "myPlans"),
    ...all("signed in", "reviewQueue", "planQueue", "auditorDesk"),
    observations: "takers of the record",
    ...all("signed in", "myNotifications", "unreadNotifications", "myMailPreferences"),
    mailIsKept: "signed in",
    outbox: "administrators of the body",
    ...all(readers, "section", "version", "mentionable"),
    plan: "readers of the plan",
    objectives: "readers of the plan",
    bodyOverview: "readers of the figures",
    territoryOverview: "leaders of the territory",
    bodyPeople: "administrators of the body",
    register: "readers of the register",
    ...all(
      "signed in",
      "strategyEditions",
      "strategyItems",
      "strategyItem",
      "reusableObjectives",
      "objectiveOrigins",
    ),
    catalogue: "signed in",
    plansOfSection: readers,
    ...all("readers of the plan", "planCoverage", "planCarryOver"),
    ...all("signed in", "hubBodies", "hubServices", "hubObjectives", "fundingCalls", "serviceContracts"),
    hubPublishedObjectives: "signed in",
    ...all("readers of the hub", "fundingCall", "purchases"),
    ...all("signed in", "calendar", "calendarFeed"),
    fileExport: "oneself",
    myExports: "signed in",
    ...all("readers of the measurements", "measurementGrid", "measurementHistory"),
    importPreview: "measurers of the body",
    planBeginning: "starters of the plan",
    addableParts: "readers of the plan",
    remarks: "readers of the remarks",
    remarkDesks: "signed in",
  },
  Mutation: {
    ...all("anybody", "login", "logout"),
    ...all("signed in", "logoutEverywhere", "changePassword"),
    ...all("signed in", "markRead", "markAllRead", "setNotificationChoice"),
    syncTicket: readers,
    setSectionClosed: "openers of the section",
    ...all("editors of the section", "nameVersion", "restoreVersion", "decideSuggestions", "importTexts"),
    openProposal: "proposers to the section",
    closeProposal: "closers of the proposal",
    noteSuggestions: readers,
    ...all("administrators of the body", "addPerson", "removeRole", "setPersonDisabled"),
    recordLeaving: "recorders of leaving",
    foundOffice: "founders of the office",
    ...all("runners of the office", "admitMember", "startSharedSection"),
    startExport: readers,
    ...all(
      "takers of the step",
      "advanceSection",
      "advancePlan",
      "adoptPlan",
      "annulAdoption",
      "publishPlan",
      "amendPlan",
      "amendForCall",
    ),
    signOffSection: "signers of the section",
    ...all("writers of the plan", "setBudgetDeadline", "setPlacement", "carryOverLinks"),
    ...all("commenters of the section", "addThread", "reply"),
    ...all("authors of the comment", "editComment", "deleteComment"),
    ...all("settlers of the thread", "resolveThread", "reopenThread"),
    giveOpinion: "auditors of the section",
    ...all(
      "keepers of the hub",
      ...["saveHubService", "saveAdhesion", "requestAdhesion", "saveFundingCall", "saveCallApplication"],
      ...["savePurchase", "saveServiceContract", "removeHubRecord", "announceCall"],
    ),
    startPlan: "starters of the plan",
    addSection: "writers of the plan",
    ...all("signed in", "openCalendarFeed", "closeCalendarFeed"),
    ...all("measurers of the body", "saveMeasurements", "beginImport", "sendImportCells", "confirmImport"),
    ...all("deciders of the remarks", "publishRemark", "answerRemark", "dismissRemark"),
  },

  Subscription: {
    ...all(readers, "presence", "sectionChanged", "versionsChanged", "proposalsChanged", "commentsChanged"),
    notificationsChanged: "signed in",
  },

  Remark: all(
    "readers of the remarks",
    ...["id", "amendment", "part", "text", "authorName", "at", "state", "showsName", "reason", "decidedAt"],
    ...["answer", "answeredAt", "firstYear", "publicPath", "decidedByName", "answeredByName", "mayDecide"],
  ),
  RemarkPage: all("readers of the remarks", "rows", "pageInfo"),
  RemarkDesk: all("readers of the remarks", "body", "waiting", "published", "dismissed"),
  Section: all(
    readers,
    ...["id", "title", "code", "shared", "state", "closed", "myAccess", "mayOpenAndClose", "plainText"],
    ...["updatedAt", "ownerName", "body", "office", "plan", "guidance", "present"],
    ...["nextSteps", "steps", "signers", "openSuggestions", "versions", "text", "proposals", "comments"],
    ...["opinions", "frozenVersion", "objectives", "firstYear"],
  ),
  Objective: all(
    readers,
    ...["id", "sectionId", "key", "title", "responsible", "items", "dup", "peg", "budget", "service", "call"],
    ...["indicators", "faults", "origin"],
  ),
  ObjectiveFault: all(readers, "field", "indicatorKey", "kind"),
  ObjectiveOrigin: all("signed in", "id", "ownerName", "firstYear", "title"),
  Indicator: all(
    readers,
    "id",
    "key",
    "name",
    "unit",
    "direction",
    "baseline",
    "source",
    "measuredBy",
    "targets",
  ),
  Target: all(readers, "year", "value"),
  CommentThread: all(
    readers,
    ...["id", "anchor", "quote", "kind", "state", "by", "bodyId", "role", "competence"],
    ...["resolvedBy", "resolvedAt", "createdAt", "awaitingReply", "comments"],
  ),
  ThreadAnchor: all(readers, "start", "end", "quote", "before", "after"),
  Comment: all(readers, "id", "by", "text", "mentions", "at", "editedAt", "deletedAt"),
  PersonName: all(readers, "id", "name"),
  CommentsChange: all(readers, "thread"),
  Opinion: all(readers, "id", "by", "body", "version", "competence", "verdict", "text", "at", "stands"),
  NextStep: all(readers, "action", "needsReason", "whyNot"),
  WorkflowStep: all(
    readers,
    ...["id", "action", "fromState", "toState", "reason", "by", "role", "version", "at"],
  ),
  Signer: all(readers, "body", "signedAt", "signedBy"),
  Version: all(
    readers,
    ...["id", "section", "number", "kind", "name", "byName", "writers", "at", "changedWords"],
    ...["openSuggestions", "sha256", "text"],
  ),
  Proposal: all(
    readers,
    ...["id", "number", "title", "reason", "state", "createdAt", "closedAt", "byName", "isMine", "body"],
    "suggestions",
  ),
  Suggestion: all(
    readers,
    ...["id", "kind", "state", "decidedAt", "reason", "excerpt", "inText", "decidedByName"],
  ),
  SuggestionExcerpt: all(
    readers,
    "before",
    "after",
    "removed",
    "added",
    "formats",
    "address",
    "nodes",
    "shape",
  ),
  VersionConnection: all(readers, "edges", "pageInfo"),
  VersionEdge: all(readers, "cursor", "node"),
  SectionText: all(readers, "bytes", "writers"),
  TextWriter: all(readers, "clientId", "userId", "name", "firstAt", "lastAt"),
  SyncTicket: all(readers, "ticket", "access", "expiresAt"),
  Guidance: all(
    readers,
    ...["number", "title", "law", "lawVerified", "content", "contentVerified", "owner", "note"],
  ),
  Presence: all(readers, "sectionId", "present"),
  Person: all(readers, "id", "name", "bodyName", "role"),

  Plan: all(
    "readers of the plan",
    ...[
      "id",
      "body",
      "firstYear",
      "lastYear",
      "form",
      "state",
      "placement",
      "amendment",
      "placementNumber",
      "dup",
      "peg",
      "outline",
    ],
    ...["budgetDeadline", "deadlineReason", "deadline", "gaps", "nextSteps", "steps"],
    ...["strategyEdition", "adoptions"],
  ),
  Adoption: all(
    "readers of the plan",
    ...[
      "id",
      "amendment",
      "actKind",
      "actNumber",
      "actDay",
      "reason",
      "at",
      "sha256",
      "publishedAt",
      "publicPath",
    ],
  ),
  Register: all("readers of the register", "lines", "pageInfo", "fault"),
  RegisterLine: all("readers of the register", "place", "at", "byName", "action", "section", "hash"),
  PlanGap: all("readers of the plan", "number", "title", "what", "required", "requiredVerified"),
  OutlineEntry: all("readers of the plan", "number", "title", "depth", "required", "codes", "sections"),

  MeasurementGrid: all("readers of the measurements", "body", "year", "mayMeasure", "objectives"),
  MeasuredObjective: all(
    "readers of the measurements",
    ...["id", "title", "sectionId", "sectionTitle", "shared", "mayMeasure", "state", "indicators"],
  ),
  MeasuredIndicator: all(
    "readers of the measurements",
    ...["id", "name", "unit", "direction", "baseline", "source", "targets", "state", "values"],
  ),
  MeasuredTarget: all("readers of the measurements", "year", "value"),
  MeasuredValue: all(
    "readers of the measurements",
    ...["id", "round", "value", "note", "evidence", "at", "byName", "corrected"],
  ),
  MeasurementPast: all(
    "readers of the measurements",
    ...["value", "note", "evidence", "byName", "at", "replacedAt"],
  ),
  SavedMeasurements: all("measurers of the body", "saved", "faults"),
  FaultyCell: all("measurers of the body", "indicatorId", "round", "row", "fault", "current"),
  ImportPreview: all(
    "measurers of the body",
    ...["id", "cells", "added", "corrected", "unchanged", "changes", "faultCount", "faults"],
  ),
  ImportChange: all(
    "measurers of the body",
    ...[
      "row",
      "round",
      "objectiveTitle",
      "indicatorName",
      "unit",
      "before",
      "after",
      "wordsChange",
      "isDoubtful",
    ],
  ),

  OutboxMail: all("administrators of the body", "id", "to", "subject", "text", "at"),
  BodyPerson: all(
    "administrators of the body",
    "id",
    "membershipId",
    "name",
    "email",
    "role",
    "competence",
    "disabled",
  ),

  // What of a territory a lead body reads, section by section.
  BodyOverview: all("readers of the figures", "body", "year", "row", "objectives"),
  OverviewObjective: all(
    "readers of the figures",
    ...["id", "title", "responsible", "dup", "peg", "section", "standing", "isLeads", "indicators"],
  ),
  OverviewIndicator: all(
    "readers of the figures",
    ...["id", "name", "unit", "direction", "baseline", "source", "progress", "standing", "years"],
  ),
  IndicatorYear: all("readers of the figures", "year", "target", "value", "isRead"),
  TerritoryOverview: all(
    "leaders of the territory",
    ...["name", "leadBody", "year", "bodies", "notSent", "measuredBodies", "progress", "trend"],
    ...["objectives", "distribution", "rows", "coverage", "sums", "servicesOn", "services"],
  ),
  TerritoryService: all("leaders of the territory", "code", "kind", "title", "adhesions"),
  TerritoryAdhesion: all("leaders of the territory", "body", "state", "fromDay", "untilDay"),
  TerritoryRow: all(
    "leaders of the territory",
    ...["body", "planId", "planFirstYear", "planState", "objectives", "indicators", "measured"],
    ...["notAvailable", "progress", "heat", "trend"],
  ),
  ObjectiveCounts: all("leaders of the territory", "onTrack", "late", "missed", "notMeasured"),
  YearProgress: all("leaders of the territory", "year", "progress", "measured"),
  HeatCount: all("leaders of the territory", "heat", "count"),
  CoveredResult: all("leaders of the territory", "code", "title", "verified", "bodies"),
  SummedItem: all(
    "leaders of the territory",
    ...["code", "title", "unit", "direction", "way", "value", "measured", "of", "bodies"],
  ),

  // Lists of one's own, and what hangs on them.
  SectionConnection: all("signed in", "edges", "pageInfo"),
  SectionEdge: all("signed in", "cursor", "node"),
  PageInfo: all("signed in", "hasNextPage", "endCursor"),
  ReviewQueue: all("signed in", "edges", "pageInfo", "bodies"),
  QueuedSectionEdge: all("signed in", "cursor", "node"),
  QueuedSection: all(
    "signed in",
    ...["section", "deadline", "submittedAt", "submission", "lastReviewed", "changedWords", "words"],
    ...["openThreads", "openProposals", "missingSignOffs"],
  ),
  PlanQueue: all("signed in", "edges", "pageInfo"),
  QueuedPlanEdge: all("signed in", "cursor", "node"),
  QueuedPlan: all("signed in", "plan", "submittedAt"),
  AuditedBody: all("signed in", "body", "competence", "sections"),
  AuditedSection: all("signed in", "section", "isCompetent", "findings", "opinion"),
  Finding: all(
    "signed in",
    ...["id", "quote", "text", "by", "competence", "createdAt", "lastAt", "isReplyAwaited"],
  ),
  ObservationPage: all("takers of the record", "rows", "pageInfo"),
  Observation: all(
    "takers of the record",
    ...["id", "section", "by", "competence", "at", "kind", "state", "quote", "comments"],
    ...["resolvedByName", "resolvedAt", "opinion"],
  ),
  ObservedComment: all("takers of the record", "by", "at", "text"),
  NotificationConnection: all("signed in", "edges", "pageInfo"),
  NotificationEdge: all("signed in", "cursor", "node"),
  // What it is about is null for who may not read it any more.
  Notification: all("signed in", "id", "kind", "at", "readAt", "byName", "section", "plan", "path"),
  UnreadNotifications: all("signed in", "count", "lastAt"),
  MailPreference: all("signed in", "kind", "mail"),
  AssociatedOffice: all("signed in", "id", "name", "leadBody", "members", "conventionAct", "conventionDate"),
  OfficeMember: all("signed in", "body", "joinedOn"),
  User: all("oneself", "id", "name", "email", "memberships"),
  Membership: all("oneself", "id", "role", "body", "competence"),

  // What plans refer to beside the Piano triennale.
  Catalogue: all("signed in", "parts", "adoptions", "publicValue", "hubFunctions"),
  CataloguePart: all(
    "signed in",
    ...[
      "number",
      "title",
      "law",
      "lawVerified",
      "content",
      "contentVerified",
      "owner",
      "note",
      "needs",
      "source",
    ],
  ),
  FormNeed: all("signed in", "form", "isRequired", "verified", "onlyIn"),
  CatalogueAdoption: all("signed in", "bodyType", "organ", "act", "verified", "source"),
  CatalogueList: all("signed in", "edition", "source", "verified", "entries"),
  CatalogueEntry: all("signed in", "code", "title", "description"),

  // The Piano triennale, and what a plan makes of it.
  StrategyEdition: all("signed in", "code", "title", "edition", "licence", "note"),
  StrategyItemConnection: all("signed in", "edges", "pageInfo"),
  StrategyItemEdge: all("signed in", "cursor", "node"),
  StrategyItem: all(
    "signed in",
    ...["id", "edition", "code", "label", "kind", "title", "dueOn", "startsOn", "when", "binds", "serves"],
    ...["isConditional", "targets", "note", "verified", "source", "parent", "children"],
  ),
  StrategyTarget: all("signed in", "year", "words"),
  PlanCoverage: all("readers of the plan", "edition", "total", "addressed", "chapters"),
  PlanCoverageChapter: all("readers of the plan", "chapter", "lines"),
  PlanCoverageLine: all(
    "readers of the plan",
    ...["item", "term", "isConditional", "isAddressed", "objectives"],
  ),
  ObjectiveLink: all("readers of the plan", "id", "sectionId", "title", "items"),
  PlanCarryOver: all("readers of the plan", "objective", "code", "change", "mayDecide", "from", "proposal"),
  ReusableObjective: all(
    "signed in",
    ...["origin", "title", "items", "ownerName", "firstYear", "isPublished", "indicators"],
  ),
  ReusableIndicator: all("signed in", "name", "unit", "direction", "source"),
  HubService: all(
    "readers of the hub",
    ...["id", "revision", "body", "code", "kind", "title", "description", "adhesions"],
  ),
  PlanPart: all("starters of the plan", "code", "title", "hasTextBefore"),
  Adhesion: all("readers of the hub", "id", "revision", "body", "act", "fromDay", "untilDay"),
  FundingCall: all(
    "readers of the hub",
    ...["id", "revision", "body", "code", "issuer", "title", "measure", "amount", "opens", "deadline"],
    ...[
      "recipients",
      "items",
      "requirements",
      "link",
      "source",
      "verified",
      "state",
      "mayApply",
      "applications",
    ],
    ...["sections", "suggestedText"],
  ),
  CallSection: all(readers, "section", "bodies", "objectives"),
  CallApplication: all(
    "readers of the hub",
    ...["id", "revision", "body", "state", "amount", "submittedOn", "decidedOn", "note"],
  ),
  Purchase: all("readers of the hub", "id", "revision", "body", "year", "quarter", "what", "amount", "cpv"),
  ServiceContract: all(
    "readers of the hub",
    ...["id", "revision", "body", "title", "supplier", "expires", "indicators"],
  ),
  HubObjective: all(readers, "id", "title", "service", "call", "section"),
  PublishedHubObjective: all("signed in", "id", "title", "service", "body", "firstYear", "path"),
  FundingCallPage: all("signed in", "rows", "pageInfo"),
  PurchaseProgramme: all("readers of the hub", "rows", "pageInfo", "total"),
  ServiceContractPage: all("signed in", "rows", "pageInfo"),
  CalendarEntry: all(
    "signed in",
    ...["key", "kind", "day", "body", "title", "lines", "year", "round", "path", "isVerified", "isOurs"],
  ),
  CalendarLine: all("signed in", "code", "title"),
  CalendarFeed: all("oneself", "createdAt"),

  FileExport: all(
    "oneself",
    ...["id", "kind", "format", "state", "progress", "failure", "name", "at", "path", "keptUntil"],
    ...["section", "plan", "version", "afterVersion"],
  ),

  // The register of public bodies, and what a login gives to who has the password.
  Body: all(
    "anybody",
    ...["id", "type", "name", "istatCode", "ipaCode", "cadastralCode", "provinceSign"],
    ...["endedOn", "successor", "formerNames"],
  ),
  Session: all("anybody", "token", "expiresAt", "user"),
  DemoAccount: all("anybody", "email", "name", "bodyName", "role", "password"),
};
