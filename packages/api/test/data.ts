import type {
  Access,
  CellFault,
  Competence,
  ExportFailure,
  ExportState,
  ObjectiveState,
  ProposalState,
  Role,
  State,
  SuggestionState,
  Verdict,
  VersionKind,
} from "@upiao/domain";

/** What answers hold, by the schema's root fields. A test reads of it what its own query has asked for; what was
 *  refused is null, and what was not asked for is not there. */
export interface Data {
  readonly me: { readonly id: string; readonly memberships: readonly { readonly role: Role }[] };
  readonly bodies: readonly Named[];
  readonly section: SectionData;
  readonly sections: {
    readonly edges: readonly { readonly cursor: string; readonly node: SectionData }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly plan: PlanData;
  readonly myPlans: readonly PlanData[];
  readonly objectives: readonly ObjectiveData[];
  readonly objectiveOrigins: readonly OriginData[];
  readonly myOffices: readonly Named[];
  readonly foundOffice: { readonly id: string };
  readonly admitMember: { readonly members: readonly { readonly joinedOn: string; readonly body: Named }[] };
  readonly startSharedSection: SectionData;
  readonly register: {
    readonly fault: number | null;
    readonly lines: readonly { readonly action: string; readonly byName: string }[];
  };
  readonly bodyPeople: readonly object[];

  readonly login: {
    readonly token: string;
    readonly expiresAt: string;
    readonly user: { readonly id: string };
  };
  readonly logout: boolean;
  readonly addPerson: { readonly role: Role };
  readonly removeRole: boolean;
  readonly setSectionClosed: SectionData;
  readonly version: VersionData;
  readonly nameVersion: VersionData;
  readonly restoreVersion: VersionData;
  readonly syncTicket: { readonly ticket: string; readonly access: Access; readonly expiresAt: string };

  readonly myNotifications: {
    readonly edges: readonly { readonly cursor: string; readonly node: NotificationData }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly unreadNotifications: UnreadData;
  readonly mailIsKept: boolean;
  readonly outbox: readonly { readonly to: string; readonly subject: string; readonly text: string }[];
  readonly markRead: UnreadData;
  readonly markAllRead: UnreadData;
  readonly myMailPreferences: readonly { readonly kind: string; readonly mail: string }[];
  readonly setNotificationChoice: { readonly kind: string; readonly mail: string };
  readonly notificationsChanged: UnreadData;
  readonly openProposal: ProposalData;
  readonly closeProposal: ProposalData;
  readonly decideSuggestions: readonly SuggestionData[];

  readonly startExport: ExportData;
  readonly fileExport: ExportData;
  readonly myExports: readonly (ExportData & { readonly at: string; readonly keptUntil: string })[];
  readonly adoptPlan: AdoptedData;
  readonly annulAdoption: AdoptedData;
  readonly publishPlan: AdoptedData;
  readonly amendPlan: AdoptedData;
  readonly amendForCall: readonly { readonly id: string; readonly state: State }[];
  readonly advanceSection: WorkflowData;
  readonly signOffSection: {
    readonly signers: readonly { readonly body: Named; readonly signedBy: string | null }[];
    readonly nextSteps: readonly object[];
  };
  readonly advancePlan: WorkflowData & { readonly gaps: readonly object[] };
  readonly setPlacement: PlanData;
  readonly startPlan: PlanData;
  readonly addSection: PlanData;
  readonly importTexts: readonly SectionData[];
  readonly planBeginning: readonly PlanPartData[];
  readonly addableParts: readonly PlanPartData[];
  readonly setBudgetDeadline: { readonly deadline: string; readonly deadlineReason: string | null };

  readonly addThread: ThreadData;
  readonly reply: ThreadData;
  readonly editComment: ThreadData;
  readonly deleteComment: ThreadData;
  readonly resolveThread: ThreadData;
  readonly reopenThread: ThreadData;
  readonly mentionable: readonly Named[];
  readonly commentsChanged: { readonly thread: ThreadData | null };
  readonly reviewQueue: QueueData<QueuedSectionData> & { readonly bodies: readonly Named[] };
  readonly planQueue: QueueData<{ readonly plan: { readonly body: Named }; readonly submittedAt: string }>;
  readonly auditorDesk: readonly AuditedBodyData[];
  readonly giveOpinion: OpinionData;
  readonly observations: {
    readonly rows: readonly ObservationData[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };

  readonly strategyEditions: readonly { readonly code: string }[];
  readonly strategyItems: QueueData<StrategyItemData>;
  readonly strategyItem: StrategyItemData;
  readonly plansOfSection: readonly { readonly body: Named }[];
  readonly planCoverage: {
    readonly total: number;
    readonly addressed: number;
    readonly chapters: readonly {
      readonly chapter: { readonly code: string };
      readonly lines: readonly {
        readonly item: { readonly code: string };
        readonly term: string;
        readonly isAddressed: boolean;
        readonly objectives: readonly { readonly title: string }[];
      }[];
    }[];
  };
  readonly planCarryOver: readonly {
    readonly code: string;
    readonly change: string;
    readonly mayDecide: boolean;
    readonly objective: { readonly id: string; readonly title: string };
    readonly proposal: { readonly code: string } | null;
  }[];
  readonly carryOverLinks: { readonly strategyEdition: string };
  readonly reusableObjectives: readonly {
    readonly origin: string;
    readonly title: string;
    readonly ownerName: string;
    readonly isPublished: boolean;
    readonly indicators: readonly Named[];
  }[];
  readonly bodyOverview: BodyOverviewData;
  readonly territoryOverview: TerritoryData;
  readonly hubBodies: readonly Named[];
  readonly hubServices: readonly HubServiceData[];
  readonly remarks: PageData<RemarkData>;
  readonly remarkDesks: readonly { readonly waiting: number }[];
  readonly publishRemark: RemarkData;
  readonly answerRemark: RemarkData;
  readonly dismissRemark: RemarkData;
  readonly hubPublishedObjectives: readonly {
    readonly title: string;
    readonly path: string;
    readonly body: Named;
  }[];
  readonly hubObjectives: readonly { readonly title: string; readonly service: string | null }[];
  readonly fundingCalls: PageData<FundingCallData>;
  readonly fundingCall: FundingCallData;
  readonly purchases: PageData<PurchaseData> & { readonly total: number };
  readonly serviceContracts: PageData<{ readonly title: string; readonly expires: string }>;
  readonly saveHubService: HubServiceData;
  readonly saveAdhesion: AdhesionData;
  readonly requestAdhesion: AdhesionData;
  readonly saveFundingCall: FundingCallData;
  readonly saveCallApplication: { readonly id: string; readonly revision: number };
  readonly savePurchase: PurchaseData;
  readonly calendar: readonly CalendarEntryData[];
  readonly calendarFeed: { readonly createdAt: string } | null;
  readonly openCalendarFeed: string;
  readonly measurementGrid: GridData;
  readonly measurementHistory: readonly { readonly value: number | null; readonly byName: string }[];
  readonly saveMeasurements: SavedData;
  readonly beginImport: string;
  readonly sendImportCells: number;
  readonly importPreview: PreviewData;
  readonly confirmImport: SavedData;

  readonly presence: { readonly sectionId: string; readonly present: readonly Named[] };
  readonly sectionChanged: SectionData;
  readonly versionsChanged: SectionData;
  readonly proposalsChanged: SectionData;
}

export interface TerritoryRowData {
  readonly body: Named;
  readonly planState: State | null;
  readonly planFirstYear: number | null;
  readonly objectives: Readonly<Record<"onTrack" | "late" | "missed" | "notMeasured", number>>;
  readonly indicators: number;
  readonly measured: number;
  readonly notAvailable: number;
  readonly progress: number | null;
  readonly heat: string;
  readonly trend: readonly {
    readonly year: number;
    readonly progress: number | null;
    readonly measured: number;
  }[];
}

export interface TerritoryData extends Omit<TerritoryRowData, "body" | "planState" | "planFirstYear"> {
  readonly name: string;
  readonly bodies: number;
  readonly notSent: number;
  readonly measuredBodies: number;
  readonly distribution: readonly { readonly heat: string; readonly count: number }[];
  readonly rows: readonly TerritoryRowData[];
  readonly coverage: readonly { readonly code: string; readonly bodies: number }[];
  readonly sums: readonly { readonly code: string; readonly value: number | null }[];
  readonly services: readonly {
    readonly code: string;
    readonly adhesions: readonly { readonly body: Named; readonly state: string }[];
  }[];
}

export interface BodyOverviewData {
  readonly row: TerritoryRowData;
  readonly objectives: readonly {
    readonly title: string;
    readonly standing: string;
    readonly isLeads: boolean;
    readonly section: { readonly title: string };
    readonly indicators: readonly {
      readonly name: string;
      readonly progress: number | null;
      readonly standing: string;
      readonly years: readonly object[];
    }[];
  }[];
}

export interface GridData {
  readonly year: number;
  readonly mayMeasure: boolean;
  readonly objectives: readonly {
    readonly id: string;
    readonly title: string;
    readonly shared: boolean;
    readonly mayMeasure: boolean;
    readonly state: ObjectiveState;
    readonly indicators: readonly {
      readonly id: string;
      readonly state: ObjectiveState;
      readonly targets: readonly { readonly year: number; readonly value: number }[];
      readonly values: readonly MeasuredValueData[];
    }[];
  }[];
}

export interface PageData<Row> {
  readonly rows: readonly Row[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface HubServiceData {
  readonly id: string;
  readonly revision: number;
  readonly title: string;
  readonly adhesions: readonly AdhesionData[];
}

export interface AdhesionData {
  readonly id: string;
  readonly revision: number;
  readonly act: string | null;
  readonly body: Named;
}

export interface FundingCallData {
  readonly id: string;
  readonly title: string;
  readonly verified: boolean;
  readonly state: string;
  readonly mayApply: readonly Named[];
  readonly applications: readonly { readonly body: Named; readonly state: string }[];
  readonly sections: readonly {
    readonly section: { readonly title: string };
    readonly bodies: readonly Named[];
    readonly objectives: readonly { readonly title: string; readonly call: string | null }[];
  }[];
  readonly revision: number;
  readonly items: readonly string[];
}

export interface PurchaseData {
  readonly id: string;
  readonly revision: number;
  readonly what: string;
  readonly amount: number;
  readonly body: Named;
}

export interface CalendarEntryData {
  readonly path: string | null;
  readonly kind: string;
  readonly day: string;
  readonly isVerified: boolean;
  readonly body: Named;
}

export interface MeasuredValueData {
  readonly id: string;
  readonly round: number;
  readonly value: number | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly at: string;
  readonly byName: string;
  readonly corrected: boolean;
}

export interface SavedData {
  readonly saved: number;
  readonly faults: readonly {
    readonly indicatorId: string;
    readonly round: number;
    readonly row: number | null;
    readonly fault: CellFault;
    readonly current: MeasuredValueData | null;
  }[];
}

export interface PreviewData {
  readonly cells: number;
  readonly added: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly changes: readonly {
    readonly row: number;
    readonly before: MeasuredValueData | null;
    readonly after: number | null;
    readonly isDoubtful: boolean;
  }[];
  readonly faultCount: number;
  readonly faults: SavedData["faults"];
}

export interface ProposalData {
  readonly id: string;
  readonly title: string;
  readonly state: ProposalState;
  readonly suggestions: readonly SuggestionData[];
}

export interface SuggestionData {
  readonly id: string;
  readonly state: SuggestionState;
}

export interface WorkflowData {
  readonly state: State;
  readonly steps: readonly object[];
}

export interface ThreadData {
  readonly id: string;
  readonly awaitingReply: boolean;
  readonly resolvedBy: Named | null;
  readonly comments: readonly { readonly id: string; readonly text: string }[];
}

export interface QueueData<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface QueuedSectionData {
  readonly section: { readonly title: string };
  readonly deadline: string;
  readonly submittedAt: string | null;
  readonly submission: { readonly number: number } | null;
  readonly lastReviewed: { readonly number: number } | null;
  readonly changedWords: number | null;
  readonly words: number;
  readonly openThreads: number;
  readonly openProposals: number;
  readonly missingSignOffs: number;
}

export interface AuditedBodyData {
  readonly competence: Competence | null;
  readonly body: Named;
  readonly sections: readonly {
    readonly isCompetent: boolean;
    readonly section: {
      readonly title: string;
      readonly code: string;
      readonly frozenVersion: object | null;
    };
    readonly opinion: OpinionData | null;
    readonly findings: readonly { readonly text: string; readonly isReplyAwaited: boolean }[];
  }[];
}

export interface OpinionData {
  readonly id: string;
  readonly verdict: Verdict;
  readonly text: string;
  readonly stands: boolean;
}

export interface ObservationData {
  readonly section: { readonly title: string };
  readonly by: Named;
  readonly kind: string | null;
  readonly state: string | null;
  readonly quote: string | null;
  readonly comments: readonly { readonly by: Named; readonly text: string }[];
  readonly resolvedByName: string | null;
  readonly opinion: OpinionData | null;
}

export interface Named {
  readonly name: string;
}

export interface SectionData {
  readonly code: string;
  readonly objectives: readonly ObjectiveData[];
  readonly opinions: readonly OpinionData[];
  readonly title: string;
  readonly state: State;
  readonly closed: boolean;
  readonly myAccess: Access;
  readonly plainText: string;
  readonly updatedAt: string;
  readonly office: Named | null;
  readonly present: readonly Named[];
  readonly comments: readonly ThreadData[];
  readonly guidance: readonly { readonly number: string }[];
  readonly versions: {
    readonly edges: readonly { readonly node: VersionData }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly text: TextData;
  readonly proposals: readonly ProposalData[];
}

export interface VersionData {
  readonly id: string;
  readonly number: number;
  readonly kind: VersionKind;
  readonly name: string | null;
  readonly byName: string | null;
  readonly writers: readonly string[];
  readonly changedWords: number | null;
  readonly openSuggestions: number;
  readonly sha256: string;
  readonly text: TextData;
}

export interface TextData {
  readonly bytes: string;
  readonly writers: readonly { readonly clientId: number; readonly name: string }[];
}

export interface StrategyItemData {
  readonly code: string;
  readonly title: string;
  readonly parent: StrategyItemData | null;
  readonly children: readonly StrategyItemData[];
}

export interface AdoptedData {
  readonly state: State;
  readonly amendment: number;
  readonly adoptions: readonly {
    readonly amendment: number;
    readonly actNumber: string;
    readonly reason: string | null;
    readonly sha256: string;
    readonly publishedAt: string | null;
    readonly publicPath: string | null;
  }[];
  readonly steps: readonly { readonly action: string; readonly reason: string | null }[];
}

export interface PlanData {
  readonly id: string;
  readonly strategyEdition: string;
  readonly outline: readonly OutlineLine[];
}

export interface PlanPartData {
  readonly code: string;
  readonly title: string;
  readonly hasTextBefore: boolean;
}

export interface OutlineLine {
  readonly number: string;
  readonly title: string;
  readonly depth: number;
  readonly required: boolean;
  readonly sections: readonly { readonly title: string }[];
}

export interface UnreadData {
  readonly count: number;
  readonly lastAt: string | null;
}

export interface NotificationData {
  readonly id: string;
  readonly kind: string;
  readonly readAt: string | null;
  readonly byName: string | null;
  readonly path: string | null;
  readonly section: { readonly title: string } | null;
  readonly plan: { readonly id: string } | null;
}

export interface OriginData {
  readonly id: string;
  readonly ownerName: string;
  readonly firstYear: number;
  readonly title: string | null;
}

export interface ObjectiveData {
  readonly key: string;
  readonly origin: OriginData | null;
  readonly faults: readonly {
    readonly field: string;
    readonly indicatorKey: string | null;
    readonly kind: string;
  }[];
  readonly title: string;
  readonly indicators: readonly {
    readonly id: string;
    readonly key: string;
    readonly targets: readonly { readonly year: number; readonly value: number }[];
  }[];
}

export interface RemarkData {
  readonly id: string;
  readonly text: string;
  readonly state: string;
  readonly mayDecide: boolean;
}

export interface ExportData {
  readonly id: string;
  readonly state: ExportState;
  readonly progress: number;
  readonly failure: ExportFailure | null;
  readonly name: string | null;
  readonly path: string | null;
}
