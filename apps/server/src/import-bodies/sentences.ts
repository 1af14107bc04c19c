import type {
  BodyChange,
  BodyChangeKind,
  KnownBody,
  NewBody,
  RegisterFault,
  RegisterFaultCode,
} from "@upiao/domain";

export const usage = [
  "Uso: import-bodies --istat <file.csv> [--ipa <file.csv>] [--mergers <file.csv>] [--day AAAA-MM-GG]",
  "                   [--allow-many] [--apply]",
  "Senza --apply mostra che cosa cambierebbe, e non cambia nulla.",
].join("\n");

export const unreadable = (file: string) =>
  `Il file ${file} non si può leggere: controllare il nome e i permessi.`;
export const tooLarge = (file: string, most: number) =>
  `Il file ${file} è troppo grande: i registri ne hanno al più ${most} MB. È il file giusto?`;
export const nothingToDo = "Gli enti sono già come nei registri: niente da fare.";
export const onlyShown = "Anteprima: non è cambiato nulla. Per importare, ripetere il comando con --apply.";
export const nothingDone = "Non è cambiato nulla.";
export const applied = (day: string) => `Importato: gli enti sono come nei registri del ${writtenDay(day)}.`;
export const more = (count: number) => `… e ${count === 1 ? "un'altra riga" : `altre ${count} righe`}`;

/** What is counted, in the order in which it is shown. */
export const kindWords: Readonly<Record<BodyChangeKind, string>> = {
  ADDED: "Nuovi enti",
  ENDED: "Enti cessati",
  NAME: "Nomi cambiati",
  TYPE: "Tipi cambiati",
  ISTAT_CODE: "Codici ISTAT cambiati",
  CADASTRAL: "Codici catastali cambiati",
  PROVINCE: "Province cambiate",
  IPA_CODE: "Codici IPA letti",
};

const fieldWords = {
  NAME: "nome",
  TYPE: "tipo",
  ISTAT_CODE: "codice ISTAT",
  CADASTRAL: "codice catastale",
  PROVINCE: "provincia",
  IPA_CODE: "codice IPA",
} as const;

/** A change as a line. */
export function wordsOfChange(change: BodyChange): string {
  if (change.what === "ADDED") {
    const { istatCode, ipaCode } = change.body;
    const read = istatCode !== null && ipaCode ? `, codice IPA ${ipaCode}` : "";
    return `+ ${wordsOfBody(change.body)}: nuovo ente${read}`;
  }
  const body = wordsOfBody(change.of);
  if (change.what === "ENDED") {
    const into = change.into === null ? "" : `, confluito in ${change.into}`;
    return `- ${body}: cessato il ${writtenDay(change.day)}${into}`;
  }
  return `~ ${body}: ${fieldWords[change.what]} ${change.before ?? "assente"} → ${change.after}`;
}

/** A body with what tells it from others; a union of Comuni has an IPA code alone. */
function wordsOfBody({ name, provinceSign, istatCode, ipaCode }: NewBody | KnownBody): string {
  return `${name} (${[provinceSign, istatCode ?? ipaCode].filter(Boolean).join(", ")})`;
}

const fileWords = { ISTAT: "Elenco ISTAT", IPA: "File IPA", MERGERS: "File delle fusioni" } as const;

const faultWords: Readonly<Record<RegisterFaultCode, (of: string) => string>> = {
  EMPTY_FILE: () => "il file non ha righe.",
  NOT_A_CSV: () => "è un foglio di calcolo, un archivio, una pagina o un altro documento: serve il file CSV.",
  WRONG_ENCODING: () =>
    "i caratteri non sono quelli attesi: scaricarlo di nuovo, senza salvarlo da altri programmi.",
  MISSING_COLUMN: (of) => `mancano le colonne ${of}.`,
  BAD_ROW: (of) => `la riga non ha le celle dell'intestazione (${of}), o le virgolette non si chiudono.`,
  BAD_NAME: (of) => `«${of}» non è un nome.`,
  BAD_CODE: (of) =>
    `«${of}» non è un codice: le colonne sono spostate, o gli zeri iniziali sono andati persi.`,
  BAD_SIGN: (of) => `«${of}» non è la sigla di una provincia.`,
  BAD_DAY: (of) => `«${of}» non è un giorno: scriverlo come 2026-01-01 o 01/01/2026.`,
  UNKNOWN_AREA: (of) => `«${of}» non è un territorio di un tipo noto.`,
  UNLIKE_AREA: (of) => `«${of}» non è la provincia degli altri Comuni con lo stesso inizio di codice.`,
  TWICE: (of) => `il codice ${of} c'è due volte.`,
  ENDED_AND_LISTED: (of) => `«${of}» risulta cessato, e il file lo elenca: è di un'edizione più vecchia?`,
  OTHER_BODY: (of) => `lo stesso codice ISTAT è di due enti diversi: ${of}.`,
  AMBIGUOUS_IPA: (of) => `più codici IPA per lo stesso ente, ${of}: lasciare solo quello giusto.`,
  UNKNOWN_MERGED: (of) => `nessun ente ha il codice ${of}.`,
  UNKNOWN_SUCCESSOR: (of) => `nell'elenco ISTAT nessun ente ha il codice ${of}.`,
  MERGED_AND_LISTED: (of) => `«${of}» è ancora nell'elenco ISTAT: non può essere confluito in un altro ente.`,
  MANY_ENDED: (of) =>
    `${of} enti sparirebbero senza una fusione: è il file giusto? Se lo è, aggiungere --allow-many.`,
  OLDER_EDITION: (of) => `è già stata importata un'edizione più recente, del ${writtenDay(of)}.`,
};

/** Why something is not imported, as a line. */
export function wordsOfFault({ file, line, code, of }: RegisterFault): string {
  const place = line === null ? fileWords[file] : `${fileWords[file]}, riga ${line}`;
  return `${place}: ${faultWords[code](of)}`;
}

function writtenDay(day: string): string {
  return day.split("-").reverse().join("/");
}
