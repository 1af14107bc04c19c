import { type Extensions, getSchema } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { Text } from "@tiptap/extension-text";
import { Underline } from "@tiptap/extension-underline";
import { Link } from "./marks/link.ts";
import { Deletion, Insertion, Modification } from "./marks/suggestion-marks.ts";
import { Block } from "./nodes/block.ts";
import { Doc } from "./nodes/doc.ts";
import { Indicator } from "./nodes/indicator.ts";
import { Objective, ObjectiveTitle } from "./nodes/objective.ts";
import { Paragraph } from "./nodes/paragraph.ts";
import { Table } from "./nodes/table.ts";
import { TableCell } from "./nodes/table-cell.ts";
import { TableHeader } from "./nodes/table-header.ts";
import { TableRow } from "./nodes/table-row.ts";

/** Clients of another number are read-only: one that does not know a node would delete it for everybody. It
 *  rises with every change of the schema that an older client could not hold. */
export const schemaNumber = 6;

/** Where the text of a section stands in its Yjs document. */
export const fragmentName = "default";

/** The nodes and marks of a section's text, for the editor. */
export const documentExtensions: Extensions = [
  Doc,
  Block,
  Paragraph,
  Table,
  TableRow,
  TableCell,
  TableHeader,
  Objective,
  ObjectiveTitle,
  Indicator,
  Text,
  HardBreak,
  Insertion,
  Deletion,
  Modification,
  Bold,
  Italic,
  Underline,
  Link,
];

/** The same as a ProseMirror schema, for programs without a screen. */
export const schema = getSchema(documentExtensions);
