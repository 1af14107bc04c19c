/** A call for funding, as the catalogue has it. */
export interface CatalogueCall {
  readonly code: string;
  readonly issuer: string;
  readonly title: string;
  readonly measure: string | null;
  readonly amount: number | null;
  /** Days are ISO 8601. */
  readonly opens: string | null;
  readonly deadline: string | null;
  readonly recipients: string[];
  readonly source: string;
  readonly verified: boolean;
}
