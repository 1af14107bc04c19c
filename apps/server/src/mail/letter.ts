/** A mail, written. */
export interface Letter {
  readonly userId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one click ends mails like this one (RFC 8058). */
  readonly unsubscribeUrl: string;
  /** The same when the same is mailed again: a mail program shows it once. */
  readonly id: string;
}
