import type { ActKind, BodyType } from "@upiao/domain";

export interface PublicBody {
  readonly id: string;
  readonly name: string;
  readonly type: BodyType;
  readonly istatCode: string | null;
  readonly ipaCode: string | null;
  readonly provinceSign: string | null;
  /** The Province or Città metropolitana of its territory, where it is not itself that. */
  readonly provinceName: string | null;
}

export interface PublishedFileFacts {
  readonly format: string;
  readonly size: number;
}

/** An adoption that was published, as far as pages show it beside its text. */
export interface PublishedAdoption {
  readonly id: string;
  readonly amendment: number;
  readonly actKind: ActKind;
  readonly actNumber: string;
  readonly actDay: string;
  readonly reason: string | null;
  readonly sha256: string;
  readonly publishedAt: string;
  readonly contentSize: number;
  readonly files: readonly PublishedFileFacts[];
}

/** A plan of which something was published; nothing else of it is known here. */
export interface PublishedPlan {
  readonly body: PublicBody;
  readonly firstYear: number;
  /** The first one first; the last is in force. */
  readonly adoptions: readonly PublishedAdoption[];
}

export function inForce({ adoptions }: PublishedPlan): PublishedAdoption {
  return adoptions.at(-1)!;
}
