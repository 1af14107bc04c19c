import type { BodyType } from "../plan/plan-form.ts";

/** A body as the registers of Italy have it. The codes are read there and never computed: the usual pattern
 *  of an IPA code, applied to the wrong Comune, names another one. */
export interface BodyRecord {
  readonly type: BodyType;
  readonly name: string;
  /** Three digits for what stands over a provincial area, six for a Comune. */
  readonly istatCode: string;
  readonly ipaCode: string | null;
  readonly cadastralCode: string | null;
  readonly provinceSign: string;
  readonly population2011: number | null;
}
