/** A request's body. The client's largest operation has some 2 kB, and a name and a password hardly more. */
export const largestBodyBytes = 100 * 1024;

/** Tokens of a document: parsing and validating are paid before anything else is known. The client's largest
 *  operation has about 200. */
export const mostTokens = 1_000;

/** Fields inside fields. The longest useful way, from a page of sections to the names of the members of their
 *  office, has seven; a circle through `plan` needs four for each turn. */
export const deepest = 10;

/** An alias repeats a field that paging and cost would otherwise bound; honest operations use one or two. */
export const mostAliases = 15;

/** Each directive is evaluated on its own; the client uses `@include` at most. */
export const mostDirectives = 20;

/** Selected fields once all fragments are spread out: a few fragments inside each other make millions. A section with all that is
 *  beside it, three steps deep, has some 550. */
export const mostSelections = 700;

/** Sum of what `complexity` says beside the fields: 1 for a field, a list times its length, a text 50. A field
 *  takes some 5 µs, so this is a tenth of a second; a page of a hundred texts with all that is beside them
 *  stays below it, and a hundred plans with their outlines do not. */
export const highestCost = 20_000;
/** A text is read from its log and merged: what a list of fifty fields costs. */
export const textCost = 50;
/** Usual lengths of the lists that have no `first`. */
export const usualPlans = 5;
export const usualOutline = 20;
export const usualSections = 2;
export const usualGuidance = 3;
export const usualOffices = 2;
export const usualMembers = 20;
export const usualRoles = 5;
export const usualPresent = 5;
export const usualPeople = 50;

export const usualSteps = 5;
export const usualGaps = 5;

/** Objectives of a section, and what measures them. */
export const usualObjectives = 5;
export const usualIndicators = 3;
export const usualTargets = 3;
export const usualFaults = 1;
/** Blocks of one text that were taken from other plans. */
export const mostOrigins = 100;
/** Sections whose objectives are read from their texts in one minute of the clock; the next minute takes the rest. */
export const mostProjectedAtOnce = 500;

/** Threads of a section under discussion, and their comments. */
export const usualThreads = 5;
export const usualComments = 3;
export const usualMentions = 1;
/** Names that a list under the caret shows. */
export const mostMentionable = 10;

/** A comment: two pages of text. */
export const longestComment = 8_000;
/** More are nobody in particular. */
export const mostMentions = 20;

/** What waits for a reviewer: what one screen shows, each line with a text whose words are counted. */
export const usualQueue = 25;
export const usualQueueBodies = 20;
export const usualAuditedBodies = 3;
export const usualAuditedSections = 20;
export const usualFindings = 2;
export const usualOpinions = 2;

/** An opinion is an act: some pages of text. */
export const longestOpinion = 20_000;
/** A reason, a summary: a page of text. */
export const longestReason = 4_000;

/** A page of a list: what one screen shows, and what one statement reads without anybody noticing. */
export const usualPage = 50;
export const largestPage = 100;
export const usualBodies = 20;

/** The longest name of an Italian body has 62 characters. */
export const longestSearch = 100;
export const longestName = 200;
/** RFC 5321: 254 with the angle brackets off. */
export const longestEmail = 254;

/** Subscriptions of one socket: the page has two or three. */
export const mostSubscriptions = 20;
/** Sections that one subscription follows: twice the largest page. */
export const mostFollowed = 200;
/** Sockets of one person: tabs on several devices, and programs. */
export const mostSocketsOfPerson = 50;
/** A client says who it is at once. */
export const initMs = 5_000;
/** A proxy drops what is silent for a minute, and a half-open socket should not live longer. */
export const beatMs = 15_000;

/** Nodes repeat who is present every 20 s: one that has missed three times is gone. */
export const presenceMs = 60_000;

/** A timeline shows what one screen holds. */
export const usualVersions = 20;
export const largestVersions = 50;
/** People who wrote between two versions, and client ids in a text: a page that is opened has its own. */
export const usualVersionWriters = 4;
export const usualTextWriters = 20;
/** What one line of a timeline shows. */
export const longestVersionName = 120;

/** Whoever has written nothing for so long has come to an end of something. */
export const pauseMinutes = 10;
/** In a minute; a whole Province pauses at noon, and the next minute takes the rest. */
export const mostPausedAtOnce = 200;
/** How long automatic versions are all kept, and then one a day; later one a week. */
export const everyVersionForHours = 24;
export const versionADayForDays = 30;

/** What the head of a panel shows. */
export const longestProposalTitle = 120;
export const usualProposals = 4;
export const usualSuggestions = 20;
/** All of a long proposal. */
export const mostDecidedAtOnce = 500;

/** Sections and subsections of the PIAO; entries of a short list. */
export const usualParts = 11;
export const usualEntries = 6;

/** The Piano triennale comes out every three years, with an update in between. */
export const usualStrategyEditions = 2;
/** Under a chapter some four objectives, under a result two lines of action. */
export const usualStrategyChildren = 4;
/** A plan of a Comune is measured against some eighty items in seven chapters. */
export const usualChapters = 7;
export const usualChapterLines = 12;
/** Links that a new edition has changed. */
export const usualCarryOver = 5;
/** A plan of a hundred objectives with five links each. */
export const mostLinksDecided = 500;
/** As long as the field that the codes stand in. */
export const longestLink = 300;
/** Objectives to be reused, and their indicators. */
export const usualReusable = 20;
export const largestReusable = 50;
export const usualReusedIndicators = 3;
/** The years that plans and measurements may have, as the tables say. */
export const firstYearOfPlans = 2022;
export const lastYearOfPlans = 2100;
/** Bodies of a usual territory, and of the largest: Turin's has 312 Comuni. */
export const usualTerritory = 60;
export const mostTerritoryRows = 400;
/** Objectives of a body, its own and shared ones, and their indicators. */
export const usualBodyObjectives = 20;
export const usualObjectiveIndicators = 4;
/** The register of a hub: the services of a Province, and what a record of it may say. */
export const usualServices = 10;
export const mostServices = 100;
export const usualAdhesions = 20;
export const usualApplications = 3;
export const usualHubBodies = 10;
export const usualCallSections = 10;
/** A call that serves more of the Piano triennale says nothing. */
export const mostCallItems = 20;
/** Of a section that a call touches. */
export const usualTouchedObjectives = 3;
export const mostHubObjectives = 500;
export const usualHubObjectives = 20;
export const longestCode = 60;
export const longestHubText = 4_000;
export const longestAct = 200;
export const longestAddress = 500;
/** What a calendar shows at once, and what a body has in a year. */
export const longestCalendarDays = 800;
export const usualCalendarEntries = 30;
/** Corrections of one value. */
export const usualRevisions = 3;
/** Cells saved or sent at once: a full grid of a large body. More come as an import, in as many parts. */
export const mostCells = 500;
/** Cells of one import: some thousand indicators in two rounds, of which one transaction makes a second or two. */
export const mostImportCells = 40_000;
/** What a preview shows line by line; the rest is counted. Nobody reads more before they correct the file. */
export const mostPreviewed = 200;
/** What makes it clear why a value deviates: a page of text, as a reason. */
export const longestNote = 4_000;
/** Longer addresses are refused by browsers and servers on their way. */
export const longestEvidence = 2_000;
/** A value with its unit, as somebody types it. */
export const longestValueText = 100;
/** A spreadsheet has so many rows. */
export const mostSheetRows = 1_048_576;

/** The number of an act, as it is cited: «4», «12/2026», «DG-2026-0004». */
export const longestActNumber = 40;
/** An act with its annexes, as PDF: scans of a hundred pages have some 10 MB. */
export const largestActFileBytes = 20 * 1024 * 1024;
/** A plan and two aggiornamenti. */
export const usualAdoptions = 3;
/** Sections of a plan have some twelve; each that is opened again is locked and noted. */
export const mostAmended = 50;
/** The text of a whole plan: 200 pages, or a table of 2,000 rows, are some 3 MB of JSON. */
export const largestImportBytes = 10 * 1024 * 1024;
/** A plan has some ten sections. */
export const mostImportedParts = 60;
/** Blocks, cells and runs of letters: what one transaction writes in a few seconds. */
export const mostImportedNodes = 200_000;
/** Files of one person that wait to be made: a plan in the formats that somebody tries. */
export const mostExports = 3;
/** Files of one person that are kept; each may have some 10 MB. */
export const mostKeptExports = 20;
/** Who closes the page over a long one finds it the next morning. */
export const keptExportHours = 24;
/** What has failed so often fails by itself, and its person is waiting. */
export const exportAttempts = 3;
/** An answer to a citizen is as long as a remark may be. */
export const longestAnswer = 4_000;
export const usualRemarkDesks = 3;
