import type { ActKind, BodyType, PlanForm } from "@upiao/domain";
import type { TextJson } from "../nodes/text-json.ts";
import { hashBytes, spell } from "../version/canonical-text.ts";

/** A text of an adopted plan, at a frozen version of its section. */
export interface AdoptedText {
  readonly section: string;
  readonly version: string;
  readonly code: string;
  readonly title: string;
  /** Written by the bodies of an associated office together. */
  readonly shared: boolean;
  readonly content: TextJson;
}

export interface AdoptedPart {
  readonly number: string;
  readonly title: string;
  /** 0 for a part, 1 for a subsection. */
  readonly depth: number;
  readonly texts: readonly AdoptedText[];
}

/** A plan as it was adopted: what its SHA-256 is of. The form is described in the README of this package. */
export interface AdoptedPlan {
  readonly format: "upiao-plan/1";
  readonly body: {
    readonly name: string;
    readonly type: BodyType;
    readonly istatCode: string | null;
    readonly ipaCode: string | null;
  };
  readonly firstYear: number;
  readonly lastYear: number;
  readonly form: PlanForm;
  /** 0: the plan; n: its aggiornamento n. n. */
  readonly amendment: number;
  readonly act: {
    readonly kind: ActKind;
    readonly number: string;
    readonly day: string;
    readonly file: string;
  };
  readonly dup: string | null;
  readonly peg: string | null;
  /** In the order of the plan. Parts in which nothing is written are not in it, unless they head others that are. */
  readonly parts: readonly AdoptedPart[];
}

/** The canonical form: one string for one plan, and in UTF-8 the bytes that are hashed and downloaded. */
export function spellPlan(plan: AdoptedPlan): string {
  return spell(plan);
}

/** SHA-256 of the canonical form. */
export function hashPlan(spelled: string): Promise<Uint8Array> {
  return hashBytes(new TextEncoder().encode(spelled));
}
