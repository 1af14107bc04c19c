import type { Language } from "../asked/language.ts";
import type { Article } from "./article.ts";

/** How figures are made, what may be done with what is published, and what an address promises. */
export const notes: Readonly<Record<Language, Article>> = {
  it: {
    title: "Note e licenza",
    lead: "Come sono fatte le cifre, che cosa si può fare di ciò che è pubblicato, e che cosa promette un indirizzo.",
    sections: [
      {
        title: "Licenza",
        paragraphs: [
          "I testi dei piani e i dati sono pubblicati con licenza Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0): si possono copiare, distribuire e modificare, anche a scopo commerciale, citando l'ente che li ha adottati e l'indirizzo della pagina.",
        ],
      },
      {
        title: "Indirizzi permanenti",
        paragraphs: [
          "L'indirizzo di un ente e di un anno porta sempre al testo in vigore. «originale», «aggiornamento-1» e i successivi portano al testo come fu adottato, e non cambiano mai.",
        ],
      },
      {
        title: "Impronta",
        paragraphs: [
          "Ogni adozione ha un'impronta SHA-256, calcolata sulla forma canonica del piano: il file piano.json, byte per byte. La forma è JSON in UTF-8 con le chiavi in ordine e senza spazi.",
        ],
      },
      {
        title: "Obiettivi, valori attesi e misurazioni",
        paragraphs: [
          "Gli obiettivi, gli indicatori e i valori attesi sono quelli scritti nel testo adottato. Le misurazioni sono rilevate dall'ente due volte l'anno: la prima riguarda il primo semestre, la seconda l'anno intero. «n.d.» vuol dire che l'ente ha dichiarato il valore non disponibile; un trattino, che non c'è ancora una rilevazione. Nel grafico conta l'ultima rilevazione dell'anno.",
          "Di una sezione scritta insieme da più enti, ogni ente ha i propri valori.",
          "Le cifre di un ente contano gli obiettivi e gli indicatori dei piani in vigore; un indicatore è misurato quando ha almeno un valore.",
        ],
      },
      {
        title: "Dati personali",
        paragraphs: [
          "Il portale non usa cookie e non registra chi legge. I file da verificare sono letti per calcolarne l'impronta e non vengono conservati.",
        ],
      },
    ],
  },
  en: {
    title: "Notes and licence",
    lead: "How figures are made, what may be done with what is published, and what an address promises.",
    sections: [
      {
        title: "Licence",
        paragraphs: [
          "Texts of plans and data are published under the Creative Commons Attribution 4.0 International licence (CC BY 4.0): they may be copied, distributed and changed, for commercial ends too, naming the body that adopted them and the address of the page.",
        ],
      },
      {
        title: "Permanent addresses",
        paragraphs: [
          "The address of a body and a year always leads to the text in force. “originale”, “aggiornamento-1” and so on lead to the text as it was adopted, and never change.",
        ],
      },
      {
        title: "Hash",
        paragraphs: [
          "Each adoption has a SHA-256 hash, of the canonical form of the plan: the file piano.json, byte by byte. The form is JSON in UTF-8 with its keys in order and no spaces.",
        ],
      },
      {
        title: "Objectives, expected values and measurements",
        paragraphs: [
          "Objectives, indicators and expected values are those of the adopted text. Measurements are read by the body twice a year: the first of the first half year, the second of the whole year. “n/a” means that the body has declared the value not available; a dash, that nothing was read yet. In charts the last reading of the year counts.",
          "Of a section that several bodies write together, each body has its own values.",
          "A body's figures count objectives and indicators of the plans in force; an indicator is measured when it has at least one value.",
        ],
      },
      {
        title: "Personal data",
        paragraphs: [
          "The portal uses no cookies and does not record who reads. Files to be verified are read to compute their hash and are not kept.",
        ],
      },
    ],
  },
};
