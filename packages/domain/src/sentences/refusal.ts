import { type InputFault, inputFaults, isInputFault } from "./input-fault.ts";

/** Every answer that refuses something, with the sentence that people read. Codes are for programs
 *  and stay; `{name}` is filled from the details. */
export const refusals = {
  NOT_AUTHENTICATED: {
    it: "Per continuare occorre accedere.",
    en: "Please sign in to continue.",
  },
  WRONG_CREDENTIALS: {
    it: "Indirizzo o password non corretti.",
    en: "Wrong address or password.",
  },
  TOO_MANY_ATTEMPTS: {
    it: "Troppi tentativi di accesso. Riprova fra {minutes} minuti.",
    en: "Too many sign-in attempts. Try again in {minutes} minutes.",
  },
  NOT_FOUND: {
    it: "Non esiste, oppure non ti è accessibile.",
    en: "It does not exist, or you have no access to it.",
  },
  NOT_YOUR_ROLE: {
    it: "Il tuo ruolo non lo consente.",
    en: "Your role does not allow it.",
  },
  NOT_YOUR_OWN_ROLE: {
    it: "Nessuno può cambiare i propri ruoli: deve farlo un altro amministratore.",
    en: "Nobody can change their own roles: another administrator has to.",
  },
  WORKS_ELSEWHERE: {
    it: "Questa persona lavora anche per un altro ente: puoi toglierle i ruoli presso il tuo.",
    en: "This person works for another body too: you can take away the roles at yours.",
  },
  NOT_IN_THIS_STATE: {
    it: "Nello stato attuale non è possibile.",
    en: "It is not possible in the present state.",
  },
  REASON_NEEDED: {
    it: "Scrivi il motivo: qualcuno lo chiederà.",
    en: "Give the reason: somebody will ask for it.",
  },
  NOTHING_WRITTEN: {
    it: "La sezione è vuota: scrivi il testo prima di inviarla.",
    en: "The section is empty: write its text before submitting it.",
  },
  OPEN_SUGGESTIONS: {
    it: "Nel testo ci sono ancora {count} modifiche proposte da decidere o ritirare.",
    en: "The text still has {count} suggested changes to be decided or withdrawn.",
  },
  SIGN_OFFS_MISSING: {
    it: "Manca ancora la sottoscrizione di: {bodies}.",
    en: "Not yet signed off by: {bodies}.",
  },
  SECTIONS_NOT_VALIDATED: {
    it: "Il piano si valida quando lo sono le sue sezioni. Mancano: {sections}.",
    en: "A plan is validated once its sections are. Not yet: {sections}.",
  },
  BODY_ENDED: {
    it: "L'ente è cessato il {day}: piani e uffici nuovi sono dell'ente in cui è confluito.",
    en: "The body ended on {day}: new plans and offices are those of the body that it went into.",
  },
  NOT_A_LEAD_BODY: {
    it: "Capofila di un ufficio associato è una Provincia o una Città metropolitana.",
    en: "An associated office is led by a Province or a metropolitan city.",
  },
  STILL_USED: {
    it: "Altri vi si appoggiano, con un’adesione, una domanda o un obiettivo di un piano: prima vanno tolti quelli.",
    en: "Others rest on it, by an adhesion, an application or an objective of a plan: those have to go first.",
  },
  NOTHING_TO_AMEND: {
    it: "Nei piani pubblicati di questo ente non c'è nessuna sezione da aggiornare.",
    en: "In the published plans of this body there is no section to be amended.",
  },
  PLAN_INCOMPLETE: {
    it: "Nel piano manca: {parts}. Per procedere ugualmente scrivi il motivo.",
    en: "The plan lacks: {parts}. To go on all the same, give the reason.",
  },
  REMARK_DECIDED: {
    it: "Nel frattempo {name} ha già deciso su questa osservazione.",
    en: "Meanwhile {name} has decided on this remark.",
  },
  ALREADY_ACCEPTED: {
    it: "Nel frattempo {name} ha già accettato questa modifica.",
    en: "Meanwhile {name} has accepted this change.",
  },
  ALREADY_REJECTED: {
    it: "Nel frattempo {name} ha già respinto questa modifica.",
    en: "Meanwhile {name} has rejected this change.",
  },
  ALREADY_WITHDRAWN: {
    it: "Nel frattempo {name} ha già ritirato questa modifica.",
    en: "Meanwhile {name} has withdrawn this change.",
  },
  ONLY_AUDITORS: {
    it: "Un rilievo può essere mosso solo da un organo di controllo.",
    en: "Only an auditor can raise a finding.",
  },
  THREAD_RESOLVED: {
    it: "La discussione è risolta: per continuarla occorre riaprirla.",
    en: "The discussion is resolved: reopen it to go on.",
  },
  NOT_YOUR_COMMENT: {
    it: "Il commento è di un'altra persona: solo chi l'ha scritto può cambiarlo.",
    en: "The comment is somebody else's: only its author can change it.",
  },
  FINDING_OF_OTHERS: {
    it: "Un rilievo è chiuso o riaperto solo da chi l'ha mosso, o da chi gli è succeduto nello stesso controllo.",
    en: "A finding is closed or reopened only by its author, or by who does the same control after them.",
  },
  MENTION_WITHOUT_ACCESS: {
    it: "Non possono leggere questa sezione, e quindi non si possono menzionare: {names}.",
    en: "They cannot read this section, so they cannot be mentioned: {names}.",
  },
  NOT_YOUR_COMPETENCE: {
    it: "Questa parte del piano non è di competenza del tuo organo di controllo.",
    en: "This part of the plan is outside your kind of control.",
  },
  VERSION_NOT_FROZEN: {
    it: "Il parere si dà su una versione congelata: la prima nasce quando la sezione viene inviata.",
    en: "An opinion is given on a frozen version: the first comes when the section is submitted.",
  },
  TOO_MANY_EXPORTS: {
    it: "Hai già {most} esportazioni in preparazione: attendi che ne finisca una.",
    en: "You have {most} exports being prepared already: wait until one is finished.",
  },
  ALREADY_EXISTS: {
    it: "Esiste già.",
    en: "It exists already.",
  },
  CHANGED_MEANWHILE: {
    it: "Nel frattempo qualcun altro ha cambiato questi dati: guarda come sono ora e riprova.",
    en: "Meanwhile somebody else has changed these data: see how they stand now and try again.",
  },
  BAD_INPUT: {
    it: "Il dato «{field}» non è valido: {reason}",
    en: "“{field}” is not valid: {reason}",
  },
  PASSWORD_TOO_SHORT: {
    it: "La password deve avere almeno {length} caratteri.",
    en: "The password needs at least {length} characters.",
  },
  PASSWORD_TOO_LONG: {
    it: "La password può avere al più {length} caratteri.",
    en: "The password can have at most {length} characters.",
  },
  PASSWORD_COMMON: {
    it: "Questa password è fra le più usate: scegline un'altra.",
    en: "This password is among the most used: choose another.",
  },
  TOO_COMPLEX: {
    it: "La richiesta è troppo grande: chiedi meno dati per volta.",
    en: "The request is too large: ask for less at a time.",
  },
  MALFORMED_REQUEST: {
    it: "La richiesta non è scritta correttamente.",
    en: "The request is not well formed.",
  },
  UNAVAILABLE: {
    it: "Il servizio non è disponibile in questo momento. Riprova fra poco.",
    en: "The service is not available right now. Try again shortly.",
  },
  INTERNAL: {
    it: "Si è verificato un errore. Se si ripete, segnala il numero {reference}.",
    en: "Something went wrong. If it happens again, report number {reference}.",
  },
} as const satisfies Record<string, { it: string; en: string }>;

export type RefusalCode = keyof typeof refusals;

export function isRefusalCode(word: string): word is RefusalCode {
  return Object.hasOwn(refusals, word);
}
export type RefusalDetails = Readonly<Record<string, string | number>>;

export function sentenceOf(
  code: RefusalCode,
  details: RefusalDetails = {},
  language: "it" | "en" = "it",
): string {
  const reason = isInputFault(details.fault) ? fill(inputFaults[details.fault][language], details) : "";
  return fill(refusals[code][language], { reason, ...details });
}

/** Of a datum that cannot be accepted only what is wrong with it: where it stands at its field, which has a name of its own. */
export function sentenceAtField(code: RefusalCode, details: RefusalDetails, language: "it" | "en"): string {
  if (code !== "BAD_INPUT" || !isInputFault(details.fault)) return sentenceOf(code, details, language);
  const reason = fill(inputFaults[details.fault][language], details);
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}

function fill(sentence: string, details: RefusalDetails): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
}

/** An answer, not a fault: it is shown to the person and never logged as an error. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
    /** What else is wrong with the same form. */
    readonly others: readonly Refusal[] = [],
  ) {
    super(sentenceOf(code, details));
  }
}

/** A datum that cannot be accepted: `field` is its path in the operation's arguments. */
export function badInput(field: string, fault: InputFault, details: RefusalDetails = {}): Refusal {
  return new Refusal("BAD_INPUT", { field, fault, ...details });
}
