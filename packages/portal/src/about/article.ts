/** A page that is only words. */
export interface Article {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly items?: readonly string[];
  }[];
}
