import { CannotStart } from "./postgres/index.ts";

const noAnswer =
  "Nessun PostgreSQL risponde all'indirizzo di DATABASE_URL: avviarlo, o correggere l'indirizzo.";

/** By the code of Node.js or of PostgreSQL (its manual, appendix A). */
const sentences: Readonly<Record<string, string>> = {
  EACCES: "Il sistema non permette di usare questa porta: sceglierne un'altra con PORT=4000.",
  EADDRNOTAVAIL: "L'indirizzo di HOST non è di questa macchina.",
  ECONNREFUSED: noAnswer,
  ECONNRESET: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  EAI_AGAIN: "La macchina di DATABASE_URL non si trova: correggere l'indirizzo.",
  ENOTFOUND: "La macchina di DATABASE_URL non si trova: correggere l'indirizzo.",
  "28P01": "PostgreSQL rifiuta l'utente o la password di DATABASE_URL.",
  "28000": "PostgreSQL rifiuta l'utente di DATABASE_URL.",
  "3D000": "La base di dati di DATABASE_URL non esiste: crearla con createdb, o correggere il nome.",
  "42501":
    "L'utente di DATABASE_URL non può creare tabelle in quella base di dati: darla a lui con ALTER DATABASE … OWNER TO ….",
};
/** What the driver says, without a code, of one that hangs up or never answers. */
const hungUp = /Connection terminated|timeout expired/;

/** Why a start failed, for the person at the terminal. What nobody foresaw comes whole, to be reported. */
export function whyNotStarted(error: unknown): string {
  if (error instanceof CannotStart) return error.message;
  const { code = "", port, stack, message } = error as NodeJS.ErrnoException & { port?: number };
  if (code === "EADDRINUSE") {
    return `La porta ${port} è già usata da un altro programma: chiuderlo, oppure sceglierne un'altra con PORT=4001.`;
  }
  return sentences[code] ?? (hungUp.test(message) ? noAnswer : (stack ?? message));
}

export function postgresTooOld(found: number, oldest: number): string {
  return `DATABASE_URL è di un PostgreSQL ${Math.floor(found / 10_000)}: ne serve uno dalla versione ${oldest} in poi.`;
}
