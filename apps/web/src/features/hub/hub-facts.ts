import { type HubBody, type HubRecordKind, mayWritePlan, type Post, whyNotKeep } from "@upiao/domain";
import type { BodyNameFragment, HubQuery } from "../../generated/graphql.ts";

/** Something of the hub has changed: what is said of it, and where to go on from there. */
export type OnHubChange = (
  words: string | null,
  ways?: readonly { readonly to: string; readonly words: string }[],
) => void;

/** The hub as a page shows it, and what its reader may keep there. */
export interface Hub {
  readonly bodies: readonly BodyNameFragment[];
  /** Of these, those for which this kind of record may be kept. */
  readonly keptBodies: (kind: HubRecordKind) => readonly BodyNameFragment[];
  /** Of these, those whose plans their reader writes. */
  readonly writtenBodies: readonly BodyNameFragment[];
  readonly mayKeep: (kind: HubRecordKind, bodyId: string) => boolean;
}

/** What the rules say of the hub for who has these posts, before a button is shown. */
export function hubOf({ myOffices, hubBodies }: HubQuery, posts: readonly Post[]): Hub {
  const mayKeep = (kind: HubRecordKind, bodyId: string) => {
    const body = hubBodies.find(({ id }) => id === bodyId);
    return body !== undefined && whyNotKeep(kind, factsOf(body, myOffices), posts) === null;
  };
  return {
    bodies: hubBodies,
    mayKeep,
    writtenBodies: hubBodies.filter(({ id }) => mayWritePlan({ bodyId: id }, posts)),
    keptBodies: (kind) => hubBodies.filter(({ id }) => mayKeep(kind, id)),
  };
}

function factsOf({ id, type }: BodyNameFragment, offices: HubQuery["myOffices"]): HubBody {
  const around = offices
    .map(({ leadBody, members }) => ({
      leadId: leadBody.id,
      all: [leadBody.id, ...members.map(({ body }) => body.id)],
    }))
    .filter(({ all }) => all.includes(id));
  const leadsItself = type === "PROVINCIA" || type === "CITTA_METROPOLITANA";
  return {
    bodyId: id,
    leadBodyIds: [...around.map(({ leadId }) => leadId), ...(leadsItself ? [id] : [])],
    officeBodyIds: around.flatMap(({ all }) => all),
  };
}
