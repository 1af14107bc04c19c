import type { SumWay } from "./sum-way.ts";

/** The figures that are shown with the way in which they are made. */
export const figures = [
  "PROGRESS",
  "PUBLIC_VALUE",
  "OBJECTIVE_STATES",
  "TREND",
  "COVERAGE",
  "SUMS",
  "HEAT",
  "ADHESION",
] as const;
export type Figure = (typeof figures)[number];

interface Sentence {
  readonly it: string;
  readonly en: string;
}

/** What stands beside each figure: who reads it has to be able to say how it was made. */
export const figureMethods: Readonly<Record<Figure, Sentence>> = {
  PROGRESS: {
    it: "Il progresso di un ente è la media dei progressi dei suoi indicatori misurati nell'anno, ciascuno tra 0 (al valore di partenza, o più indietro) e 100 % (al valore atteso, o oltre). Vale anche per gli indicatori che devono diminuire. Senza un valore di partenza conta la quota del valore atteso. Conta l'ultima lettura dell'anno; quelle mancanti e «n.d.» restano fuori, e si dice quante sono.",
    en: "A body's progress is the mean of the progress of its indicators measured in the year, each between 0 (at the baseline, or behind it) and 100 % (at the target, or beyond). The same holds for indicators that should fall. Without a baseline, the share of the target counts. The last reading of the year counts; missing ones and “n/a” are left out, and their number is shown.",
  },
  PUBLIC_VALUE: {
    it: "Il valore pubblico del territorio è la media dei progressi degli enti che hanno misurato almeno un indicatore nell'anno: ogni ente pesa uno, grande o piccolo che sia. Chi non ha misurato resta fuori, e si dice quanti sono.",
    en: "The public value of the territory is the mean progress of the bodies that have measured at least one indicator in the year: each body counts once, large or small. Those that have measured nothing are left out, and their number is shown.",
  },
  OBJECTIVE_STATES: {
    it: "Un obiettivo sta come il peggiore dei suoi indicatori: in ritardo sotto la metà del percorso dal valore di partenza al valore atteso dell'anno, mancato se dopo l'ultima rilevazione dell'anno, che si chiude il 31 gennaio seguente, il valore atteso non è raggiunto. Un obiettivo condiviso conta una volta per ogni ente che lo misura.",
    en: "An objective stands as its worst indicator: late below half of the way from the baseline to the year's target, missed when after the last reading of the year, which is due by 31 January after it, the target was not reached. A shared objective counts once for each body that measures it.",
  },
  TREND: {
    it: "L'andamento segue in tre anni gli stessi indicatori, quelli dei piani che valgono per l'anno scelto. Un anno che non ha un suo valore atteso si confronta con il primo successivo.",
    en: "The trend follows the same indicators over three years: those of the plans that hold for the chosen year. A year without a target of its own is compared with the next one that was set.",
  },
  COVERAGE: {
    it: "Un ente copre un risultato atteso del Piano triennale se almeno un obiettivo del suo piano, o della sezione condivisa, è collegato a quel risultato o a una linea d'azione che vi concorre. Un obiettivo condiviso vale per tutti gli enti dell'ufficio associato. I risultati sono quelli dell'edizione più recente: un piano scritto su un'edizione precedente copre quelli che vi sono rimasti gli stessi.",
    en: "A body covers an expected result of the Piano triennale when at least one objective of its plan, or of the shared section, is linked to it or to a line of action that serves it. A shared objective counts for every body of the associated office. The results are those of the newest edition: a plan that is written against an earlier one covers those that have stayed the same.",
  },
  SUMS: {
    it: "Si sommano solo indicatori collegati alla stessa voce del Piano triennale e con la stessa unità: il nome non basta, perché due enti chiamano la stessa cosa in modi diversi e cose diverse allo stesso modo. Numeri ed euro si sommano; percentuali, giorni e ore si mediano senza pesi; dei sì e no si contano i sì. Ciò che deve crescere e ciò che deve diminuire sta in righe distinte. Conta l'ultima lettura dell'anno; quelle mancanti e «n.d.» restano fuori, e si dice quante sono. Ciò che della strategia condivisa misura solo il capofila conta una volta. Un indicatore conta in ogni voce a cui è collegato il suo obiettivo: righe diverse non si sommano fra loro.",
    en: "Only indicators linked to the same item of the Piano triennale and with the same unit are summed: a name is not enough, since two bodies call one thing by two names and two things by one. Numbers and euros are added; percentages, days and hours are averaged without weights; of yes and no, the yeses are counted. What should rise and what should fall stand in rows of their own. The last reading of the year counts; missing ones and “n/a” are left out, and their number is shown. What only the lead body measures of the shared strategy counts once. An indicator counts in each item that its objective is linked to: rows do not add up to each other.",
  },
  HEAT: {
    it: "Classi di progresso: sotto il 25 %, sotto il 50 %, sotto il 75 %, sotto il valore atteso, raggiunto; «non misurato» quando non c'è alcuna lettura.",
    en: "Classes of progress: under 25 %, under 50 %, under 75 %, under the target, reached; “not measured” where there is no reading.",
  },
  ADHESION: {
    it: "Un ente aderisce a un servizio dal giorno dell'atto con cui lo prende fino all'ultimo, se ne ha uno. Si conta al 31 dicembre dell'anno scelto, per l'anno in corso a oggi. Chi ha solo chiesto di aderire non è contato.",
    en: "A body takes a service from the first day that its act says to the last, if it has one. It is counted on 31 December of the chosen year, in the current year today. Who has only asked for it is not counted.",
  },
};

/** What a summed figure is called. */
export const sumWayNames: Readonly<Record<SumWay, Sentence>> = {
  SUM: { it: "somma", en: "sum" },
  MEAN: { it: "media", en: "mean" },
  COUNT_YES: { it: "enti con «sì»", en: "“yes” answers" },
};
