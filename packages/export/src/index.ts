export {
  type CommentedSection,
  type CommentRecord,
  commentsDocument,
  type RecordedMessage,
  type RecordedThread,
} from "./comment/comment-record.ts";
export { htmlBody } from "./formats/html.ts";
export { type Format, type FormatName, formatNames, formats } from "./formats/index.ts";
export type * from "./print/print-block.ts";
export type { PrintableContent, PrintableDocument, PrintablePart, PrintableText } from "./printable.ts";
