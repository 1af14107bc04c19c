import { nameOfFormat, type OpenSuggestion, proposedAddress, readSuggestionId } from "@upiao/document";
import type { ProposalPartFragment, SuggestionLineFragment } from "../../generated/graphql.ts";

export type Suggestion = SuggestionLineFragment;

export interface ListedProposal extends Omit<ProposalPartFragment, "suggestions"> {
  /** Those in the text in its order, then those that are no longer in it. */
  readonly suggestions: readonly Suggestion[];
}

/** The proposals with what the text on this page holds of them now: it is newer than what the server last told. */
export function listProposals(
  proposals: readonly ProposalPartFragment[],
  open: readonly OpenSuggestion[] | null,
): ListedProposal[] {
  if (!open) return [...proposals];
  const byId = new Map(
    proposals.flatMap(({ suggestions }) => suggestions.map((one) => [one.id, one] as const)),
  );
  const inText = new Set(open.map(({ id }) => id));
  return proposals.map((proposal) => {
    const noted = new Set(proposal.suggestions.map(({ id }) => id));
    const isOfIt = ({ id }: OpenSuggestion) =>
      noted.has(id) || (!byId.has(id) && readSuggestionId(id)?.proposalId === proposal.id);
    const standing = open
      .filter(isOfIt)
      .map((now) => asLine(now, byId.get(now.id)))
      // Decided, and the page has not heard of it in the text yet.
      .filter(({ state }) => state === "OPEN");
    const rest = proposal.suggestions
      .filter(({ id, state }) => state !== "OPEN" || !inText.has(id))
      .map((one) => (one.state === "OPEN" ? { ...one, inText: false } : one));
    return { ...proposal, suggestions: [...standing, ...rest] };
  });
}

function asLine({ id, kind, excerpt }: OpenSuggestion, noted: Suggestion | undefined): Suggestion {
  const { before, after, removed, added, formats, nodes, shapes } = excerpt;
  const shape = shapes[0]?.to;
  return {
    __typename: "Suggestion",
    id,
    kind,
    state: noted?.state ?? "OPEN",
    inText: true,
    reason: null,
    decidedAt: null,
    decidedByName: null,
    excerpt: {
      __typename: "SuggestionExcerpt",
      ...{ before, after, removed, added },
      formats: formats.map(nameOfFormat),
      address: proposedAddress({ formats }),
      nodes: nodes.map(({ node, change }) => `${node}_${change}`),
      shape: shape ? (shape.kind === "heading" ? `heading${shape.level}` : shape.kind) : null,
    },
  } as Suggestion;
}

export const isOpen = ({ state }: Suggestion): boolean => state === "OPEN";
