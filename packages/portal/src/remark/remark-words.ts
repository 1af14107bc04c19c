import type { Language } from "../asked/language.ts";

interface RemarkWords {
  readonly title: string;
  readonly lead: string;
  readonly write: string;
  readonly about: string;
  readonly whole: string;
  readonly text: string;
  readonly textHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly trap: string;
  readonly send: string;
  readonly privacyTitle: string;
  readonly privacy: readonly string[];
  readonly published: string;
  readonly none: string;
  readonly anonymous: string;
  onPart(part: string): string;
  readonly answer: string;
  readonly previous: string;
  readonly next: string;
  readonly pages: string;
  readonly thanksTitle: string;
  readonly thanks: string;
  readonly back: string;
  readonly faultTitle: string;
  readonly fault: Readonly<
    Record<
      | "TOO_SHORT"
      | "TOO_LONG"
      | "NAME_TOO_LONG"
      | "UNKNOWN"
      | "EXPIRED"
      | "TOO_SOON"
      | "TOO_MANY"
      | "PLAN_FULL"
      | "NO_FORM",
      string
    >
  >;
}

export const remarkWords: Readonly<Record<Language, RemarkWords>> = {
  it: {
    title: "Osservazioni sul piano",
    lead: "Che cosa manca, che cosa non funziona, che cosa si può fare meglio: l'ente legge ogni osservazione e può pubblicarla con la sua risposta.",
    write: "Scrivi un'osservazione",
    about: "Riguarda",
    whole: "Tutto il piano",
    text: "La tua osservazione",
    textHint: "Da 20 a 4.000 caratteri, solo testo. Non scrivere dati personali, tuoi o di altri.",
    name: "Nome (facoltativo)",
    nameHint: "È pubblicato solo se l'ente pubblica l'osservazione con il nome.",
    trap: "Lascia vuoto questo campo",
    send: "Invia all'ente",
    privacyTitle: "Come sono trattati i dati",
    privacy: [
      "Si raccoglie solo ciò che scrivi qui: non serve un'utenza, non si chiede un indirizzo di posta, non si usano cookie. L'indirizzo di rete da cui scrivi non viene conservato: per limitare gli abusi è contato in memoria per un'ora.",
      "Titolare del trattamento è l'ente a cui scrivi, per il compito di interesse pubblico di ascoltare chi vi abita (art. 13 del Regolamento (UE) 2016/679). L'osservazione resta agli atti del piano; la leggono le persone incaricate dall'ente. Il nome che non è pubblicato è cancellato 30 giorni dopo la decisione dell'ente. Per farla cancellare o correggere rivolgiti all'ente.",
    ],
    published: "Osservazioni pubblicate",
    none: "Nessuna osservazione è ancora stata pubblicata.",
    anonymous: "Un cittadino",
    onPart: (part) => `Sulla parte ${part}`,
    answer: "Risposta dell'ente",
    previous: "Più recenti",
    next: "Meno recenti",
    pages: "Pagine delle osservazioni",
    thanksTitle: "Osservazione inviata",
    thanks: "Grazie. L'ente la leggerà; se la pubblica, comparirà in questa pagina con la sua risposta.",
    back: "Torna alle osservazioni",
    faultTitle: "L'osservazione non è stata inviata",
    fault: {
      TOO_SHORT: "Scrivi almeno 20 caratteri.",
      TOO_LONG: "Il testo supera i 4.000 caratteri: accorcialo.",
      NAME_TOO_LONG: "Il nome supera i 100 caratteri.",
      UNKNOWN: "Questo modulo non è valido. Il testo è ancora qui sotto: invialo di nuovo.",
      EXPIRED: "Il modulo era aperto da più di due ore. Il testo è ancora qui sotto: invialo di nuovo.",
      TOO_SOON: "Il modulo è stato inviato troppo in fretta. Attendi qualche secondo e invialo di nuovo.",
      TOO_MANY: "Dalla tua rete sono arrivate molte osservazioni nell'ultima ora. Riprova più tardi.",
      PLAN_FULL: "Su questo piano oggi sono arrivate molte osservazioni. Riprova domani.",
      NO_FORM: "La richiesta non è leggibile. Scrivi l'osservazione in questo modulo.",
    },
  },
  en: {
    title: "Remarks on the plan",
    lead: "What is missing, what does not work, what could be done better: the body reads each remark and may publish it with its answer.",
    write: "Write a remark",
    about: "It is about",
    whole: "The whole plan",
    text: "Your remark",
    textHint: "From 20 to 4,000 characters, text only. Write no personal data, of yours or of others.",
    name: "Name (optional)",
    nameHint: "Published only if the body publishes the remark with the name.",
    trap: "Leave this field empty",
    send: "Send to the body",
    privacyTitle: "How data are handled",
    privacy: [
      "Only what you write here is collected: no account is needed, no e-mail address is asked for, no cookies are used. The network address from which you write is not stored: to limit abuse it is counted in memory for an hour.",
      "The controller is the body to which you write, in the public interest of hearing those who live there (Art. 13 of Regulation (EU) 2016/679). The remark stays with the records of the plan; those whom the body has charged with it read it. A name that is not published is erased 30 days after the body's decision. To have it erased or corrected, turn to the body.",
    ],
    published: "Published remarks",
    none: "No remark has been published yet.",
    anonymous: "A citizen",
    onPart: (part) => `On part ${part}`,
    answer: "The body's answer",
    previous: "Newer",
    next: "Older",
    pages: "Pages of remarks",
    thanksTitle: "Remark sent",
    thanks:
      "Thank you. The body will read it; if it is published, it will be on this page with the body's answer.",
    back: "Back to the remarks",
    faultTitle: "The remark was not sent",
    fault: {
      TOO_SHORT: "Write at least 20 characters.",
      TOO_LONG: "The text has more than 4,000 characters: shorten it.",
      NAME_TOO_LONG: "The name has more than 100 characters.",
      UNKNOWN: "This form is not valid. The text is still below: send it again.",
      EXPIRED: "The form was open for more than two hours. The text is still below: send it again.",
      TOO_SOON: "The form was sent too quickly. Wait some seconds and send it again.",
      TOO_MANY: "Many remarks have come from your network in the last hour. Try again later.",
      PLAN_FULL: "Many remarks have come on this plan today. Try again tomorrow.",
      NO_FORM: "The request cannot be read. Write the remark in this form.",
    },
  },
};

export type RemarkFormFault = keyof RemarkWords["fault"];
