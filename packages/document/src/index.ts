export { foldUpdates } from "./coediting/fold-updates.ts";
export { findForeignContent } from "./coediting/foreign-content.ts";
export { inOrder } from "./coediting/in-order.ts";
export { RemovedWordsWatch } from "./coediting/removed-words-watch.ts";
export { TextShape } from "./coediting/text-shape.ts";
export { textSince } from "./coediting/text-since.ts";
export type { RemovedWords } from "./coediting/words-removed-unseen.ts";
export { type Anchor, anchorOf, letterOf, longestQuote, surroundingLetters } from "./comment/anchor.ts";
export { EditorPlaces } from "./comment/editor-places.ts";
export { type AnchorPlace, placeOf } from "./comment/place-of.ts";
export { type Range, RunningText } from "./comment/running-text.ts";
export { BadText, type ImportedText, readImportedText } from "./import/imported-text.ts";
export {
  type Importing,
  type ImportMode,
  importModes,
  isBlank,
  writeImported,
} from "./import/write-imported.ts";
export { blocksOfMarkdownFile, countOtherNumbers } from "./markdown/blocks-of-markdown.ts";
export { markdownToUpdate } from "./markdown/markdown-to-update.ts";
export { linkTarget, partReference, referenceTo } from "./marks/part-reference.ts";
export { safeAddress } from "./marks/safe-address.ts";
export {
  type BlockKind,
  type BlockShape,
  blockKinds,
  deepestHeading,
  deepestIndent,
  isList,
  plainShape,
  shapeOf,
} from "./nodes/block-shape.ts";
export { isCellSpan } from "./nodes/cell-span.ts";
export { nodeSuggestions } from "./nodes/suggestion-attributes.ts";
export {
  type InlineNodeName,
  inlineNodeNames,
  type LookName,
  lookNames,
  type NodeJson,
  type TextJson,
  type TopNodeName,
  topNodeNames,
} from "./nodes/text-json.ts";
export { readCopiedObjective, writeCopiedObjective } from "./objective/copied-objective.ts";
export { type FaultKind, faultOfField } from "./objective/field-fault.ts";
export {
  codesIn,
  directionOf,
  fieldText,
  type IndicatorField,
  indicatorFields,
  type LinkField,
  linkFields,
  longestField,
  measurerOf,
  type ObjectiveField,
  objectiveFields,
  targetFields,
  unitOf,
} from "./objective/objective-fields.ts";
export { indicatorLine, objectiveLines } from "./objective/objective-lines.ts";
export { objectiveCells, type TableCells } from "./objective/objective-table.ts";
export { fieldNames, fieldWords } from "./objective/objective-words.ts";
export {
  type FieldFault,
  type IndicatorRecord,
  isKey,
  type ObjectiveRecord,
  objectivesIn,
} from "./objective/objectives-in.ts";
export { type Relinking, relinkObjectives } from "./objective/relink-objectives.ts";
export { reviveFields } from "./objective/revive-fields.ts";
export {
  type AdoptedPart,
  type AdoptedPlan,
  type AdoptedText,
  hashPlan,
  spellPlan,
} from "./plan/adopted-plan.ts";
export { type Beginning, beginText } from "./plan/begin-text.ts";
export { fragmentOf } from "./plan/fragment-of.ts";
export { decideSuggestions, rejectAll, type Verdict } from "./proposal/decide-suggestions.ts";
export { isSuggestionKey } from "./proposal/letters.ts";
export { type Proposer, planSuggestion } from "./proposal/plan-suggestion.ts";
export { ProposalGuard } from "./proposal/proposal-guard.ts";
export { isSuggestionId, readSuggestionId, suggestionId } from "./proposal/suggestion-id.ts";
export {
  nameOfFormat,
  type OpenSuggestion,
  proposedAddress,
  type SuggestionExcerpt,
  type SuggestionKind,
  suggestionKinds,
  suggestionsIn,
} from "./proposal/suggestions-in.ts";
export { writeSuggestion } from "./proposal/write-suggestion.ts";
export { documentExtensions, fragmentName, schema, schemaNumber } from "./schema.ts";
export { ListNumbers } from "./text/list-numbers.ts";
export { plainText } from "./text/plain-text.ts";
export { type AuthoredRun, authorsOf } from "./version/authors-of.ts";
export { canonicalText, hashText, type MarkJson } from "./version/canonical-text.ts";
export { clientsIn } from "./version/clients-in.ts";
export { changedWords, compareTexts } from "./version/compare-texts.ts";
export type {
  BlockDifference,
  CellDifference,
  Change,
  Difference,
  Piece,
  RowDifference,
  TableDifference,
} from "./version/difference.ts";
export { restoreText } from "./version/restore-text.ts";
