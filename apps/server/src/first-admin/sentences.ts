import type { FirstAdminObstacle } from "@upiao/api";

/** What the person at the terminal reads. */
export const sentences = {
  usage:
    'Uso: first-admin <codice ISTAT, IPA o catastale dell\'ente> <indirizzo> "<nome e cognome>"\n' +
    "La password si scrive quando viene chiesta, o arriva da una pipe: mai fra gli argomenti.",
  password: "Password: ",
  again: "Ancora una volta: ",
  differ: "Le due password non sono uguali.",
  noPassword: "Manca la password: va scritta al terminale, oppure passata con una pipe.",
  manyLines: "Dalla pipe è arrivata più di una riga: la password è una sola.",
  interrupted: "Interrotto: non è cambiato nulla.",
  added: (body: string, email: string) => `${email} è ora amministratore dell'ente «${body}» e può accedere.`,
  addedKnown: (body: string, email: string) =>
    `${email} è ora amministratore dell'ente «${body}». Aveva già un account: rientra con la password che ha.`,
} as const;

export const obstacles: Readonly<Record<FirstAdminObstacle, (of: string) => string>> = {
  UNKNOWN_BODY: (code) => `Nessun ente, o più di uno, ha il codice ${code}.`,
  HAS_ADMIN: (body) => `L'ente «${body}» ha già un amministratore: è lui ad aggiungere altre persone.`,
  IS_ADMIN: (body) => `Questa persona è già amministratore dell'ente «${body}».`,
  DISABLED: (body) => `Questa persona è disabilitata: non potrebbe amministrare l'ente «${body}».`,
};
