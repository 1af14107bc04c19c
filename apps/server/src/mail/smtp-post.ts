import { createTransport } from "nodemailer";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Post } from "./post.ts";

/** How a message begins that says so: such letters wait for the server, others for their own turn. */
export const awayWords = "the mail server cannot be reached";

/** A server that says nothing is given up after these times. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export interface SmtpOptions {
  /** `smtp://` or `smtps://`. */
  readonly server: string;
  readonly from: string;
}

/** Sends by SMTP. A letter leaves at least once: where the process is killed after the server has taken it and before that is
 *  noted, it leaves again under the same Message-ID, by which mail programs know it. */
export function smtpPost(database: DataSource, { server, from }: SmtpOptions, log: Logger): Post {
  const transport = createTransport({
    url: server,
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^\s<>@]+?)>?$/.exec(from)![1]!;
  return {
    async send({ to, subject, text, html, unsubscribeUrl, id }, note) {
      try {
        await transport.sendMail({
          from,
          to,
          subject,
          text,
          html,
          messageId: `<${id}@${host}>`,
          headers: {
            "List-Unsubscribe": `<${unsubscribeUrl}>`,
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            // No automatic answers (RFC 3834).
            "Auto-Submitted": "auto-generated",
          },
        });
      } catch (error) {
        const refusal = refusalOf(error);
        // Trying a hundred times what was refused for good makes a sender a nuisance. The page still has it.
        if (!refusal.isFinal) throw new Error(refusal.words);
        log.warn({ code: refusal.code }, "the mail server has refused a mail for good");
      }
      await note(database);
    },
    answers: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => transport.close(),
  };
}

interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
}

/** What may be said of a fault: its own words hold the address. */
function refusalOf(error: unknown): { words: string; code: string; isFinal: boolean } {
  const { code = "unknown", responseCode, command } = error as SmtpFault;
  const isOfThisLetter = (command === "RCPT TO" || command === "DATA") && responseCode !== undefined;
  if (!isOfThisLetter) return { words: `${awayWords} (${responseCode ?? code})`, code, isFinal: false };
  return {
    words: `the mail server has put a mail off (${responseCode})`,
    code: `${responseCode}`,
    isFinal: responseCode >= 500,
  };
}
