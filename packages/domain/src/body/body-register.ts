import type { BodyType } from "../plan/plan-form.ts";
import type { BodyRecord } from "./body-record.ts";

/** What can change of a body from one edition of the registers to the next. */
export const bodyChangeKinds = [
  "ADDED",
  "ENDED",
  "NAME",
  "TYPE",
  "ISTAT_CODE",
  "CADASTRAL",
  "PROVINCE",
  "IPA_CODE",
] as const;
export type BodyChangeKind = (typeof bodyChangeKinds)[number];

/** Who says so: ISTAT's list, the index of public administrations, or the file of mergers. */
export const registerSources = ["ISTAT", "IPA", "MERGERS"] as const;
export type RegisterSource = (typeof registerSources)[number];

/** A Comune as ISTAT lists it. */
export interface ListedComune {
  readonly line: number;
  readonly name: string;
  readonly istatCode: string;
  readonly cadastralCode: string;
  readonly provinceSign: string;
}

/** What stands over the Comuni whose codes begin with its three digits. ISTAT names the territory («Lucca») and not the
 *  body («Provincia di Lucca»). */
export interface ListedArea {
  readonly line: number;
  readonly type: BodyType;
  readonly territory: string;
  /** What such a body is called, as it begins its name. */
  readonly title: string;
  readonly istatCode: string;
  readonly provinceSign: string;
}

/** What of IPA may be a Comune, what stands over a province, or a union of Comuni. */
export type IpaKind = "COMUNE" | "AREA" | "UNIONE";

/** A body as IPA lists it. */
export interface IpaEntry {
  readonly line: number;
  readonly ipaCode: string;
  readonly name: string;
  readonly kind: IpaKind;
  /** Of the Comune where it sits. */
  readonly istatCode: string;
  readonly cadastralCode: string;
}

/** One line of the file of mergers: codes, ISTAT or cadastral, and the first day of the new order. */
export interface Merger {
  readonly line: number;
  readonly from: string;
  readonly into: string;
  readonly day: string;
  /** Of ISTAT's list of all that has ended since 1991: most of it we never knew. */
  readonly isHistory?: boolean;
}

/** The files as they were read. */
export interface BodyRegister {
  readonly comuni: readonly ListedComune[];
  readonly areas: readonly ListedArea[];
  readonly ipa: readonly IpaEntry[];
  readonly mergers: readonly Merger[];
}

/** A body as the database has it. */
export interface KnownBody {
  readonly id: string;
  readonly type: BodyType;
  readonly name: string;
  readonly istatCode: string | null;
  readonly ipaCode: string | null;
  readonly cadastralCode: string | null;
  readonly provinceSign: string | null;
  readonly endedOn: string | null;
  readonly successorId: string | null;
}

/** A body that we have not: a union of Comuni has no ISTAT code, and IPA alone lists it. */
export type NewBody = Omit<BodyRecord, "istatCode" | "provinceSign"> & {
  readonly istatCode: string | null;
  readonly provinceSign: string | null;
};

export type BodyChange =
  | { readonly what: "ADDED"; readonly body: NewBody }
  | {
      readonly what: "ENDED";
      readonly of: KnownBody;
      /** The first day on which it is no more. */
      readonly day: string;
      /** ISTAT code, after the import, of the body that it went into. */
      readonly into: string | null;
    }
  | {
      readonly what: Exclude<BodyChangeKind, "ADDED" | "ENDED">;
      readonly of: KnownBody;
      readonly before: string | null;
      readonly after: string;
    };

export const registerFaultCodes = [
  // Of a file as such.
  "EMPTY_FILE",
  "NOT_A_CSV",
  "WRONG_ENCODING",
  "MISSING_COLUMN",
  // Of a line.
  "BAD_ROW",
  "BAD_NAME",
  "BAD_CODE",
  "BAD_SIGN",
  "BAD_DAY",
  "UNKNOWN_AREA",
  "UNLIKE_AREA",
  "TWICE",
  // Of a line beside the bodies that there are.
  "ENDED_AND_LISTED",
  "OTHER_BODY",
  "AMBIGUOUS_IPA",
  "UNKNOWN_MERGED",
  "UNKNOWN_SUCCESSOR",
  "MERGED_AND_LISTED",
  // Of the whole.
  "MANY_ENDED",
  "OLDER_EDITION",
] as const;
export type RegisterFaultCode = (typeof registerFaultCodes)[number];

/** Why nothing is imported, said where it is: `line` is the line of the file on which the row begins. */
export interface RegisterFault {
  readonly file: RegisterSource;
  readonly line: number | null;
  readonly code: RegisterFaultCode;
  /** What stands there, or what is missing. */
  readonly of: string;
}
