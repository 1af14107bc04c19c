/** What the person at the terminal reads when the embedded PostgreSQL does not start. */
export const sentences = {
  alreadyRunning: (folder: string) =>
    `UPIAO è già in esecuzione su questa cartella (${folder}). ` +
    "Fermare l'altro, oppure indicare un'altra cartella con UPIAO_DATA.",
  noProgramsForThisSystem: (system: string) =>
    `Per questo sistema (${system}) non c'è un PostgreSQL incorporato. ` +
    "Installare PostgreSQL 15 o successivo e indicarne l'indirizzo con DATABASE_URL.",
  programsDoNotRun: (why: string) =>
    `Il PostgreSQL incorporato non parte su questa macchina (${why}). ` +
    "Installare PostgreSQL 15 o successivo e indicarne l'indirizzo con DATABASE_URL.",
  folderOfAnotherPerson: (folder: string) =>
    `La cartella dei dati (${folder}) non è di chi avvia UPIAO, o non vi si può scrivere. ` +
    "Avviare con lo stesso utente di prima, oppure indicare un'altra cartella con UPIAO_DATA.",
  otherMajor: (folder: string, found: string, ours: string) =>
    `I dati in ${folder} sono di PostgreSQL ${found}, questo è PostgreSQL ${ours}. ` +
    "Usare la versione di UPIAO che li ha scritti, oppure un'altra cartella con UPIAO_DATA.",
  doesNotCreate: (folder: string, why: string) =>
    `PostgreSQL non riesce a preparare la cartella dei dati (${folder}): ${why}. ` +
    "Controllare lo spazio sul disco e i permessi, poi riavviare.",
  doesNotStart: (logFile: string, why: string) =>
    `PostgreSQL non si avvia: ${why}. Il suo registro è ${logFile}; tolta la causa, riavviare.`,
};
