export {
  type CommentedSection,
  type CommentRecord,
  commentBlocks,
  commentsDocument,
  type RecordedMessage,
  type RecordedThread,
} from "./comment/comment-record.ts";
export { roleWords } from "./comment/role-words.ts";
export { htmlOfChanges, htmlOfTexts } from "./formats/html.ts";
export { type Format, type FormatName, formatNames, formats } from "./formats/index.ts";
export { type DraftPlan, printableDraft } from "./plan/printable-draft.ts";
export type { WrittenPart } from "./plan/printable-parts.ts";
export { printablePlan } from "./plan/printable-plan.ts";
export { directPress } from "./press/direct-press.ts";
export type { Press, WrittenFile } from "./press/press.ts";
export type * from "./print/print-block.ts";
export type { PlacedPart, PlacedParts } from "./print/references.ts";
export type { PrintableContent, PrintableDocument, PrintablePart, PrintableText } from "./printable.ts";
export { type PrintedSection, printableSection, type SectionSubject } from "./section/printable-section.ts";
