import type { Language } from "../asked/language.ts";
import type { Article } from "./article.ts";

/** The declaration of accessibility, under the headings of AgID's model. It says what was tried and what was not. */
export const accessibility: Readonly<Record<Language, Article>> = {
  it: {
    title: "Dichiarazione di accessibilità",
    lead: "Chi gestisce questo portale si impegna a renderlo accessibile, conformemente alla legge 9 gennaio 2004, n. 4. Questa dichiarazione si applica alle pagine sotto /pubblico.",
    sections: [
      {
        title: "Stato di conformità",
        paragraphs: [
          "Queste pagine sono parzialmente conformi ai requisiti della norma UNI CEI EN 301549 (WCAG 2.1, livello AA), per i contenuti elencati qui sotto.",
        ],
      },
      {
        title: "Contenuti non accessibili",
        paragraphs: ["Non è garantita l'accessibilità di questi contenuti:"],
        items: [
          "i file degli atti di adozione, che gli enti caricano come sono stati firmati e che il portale non può modificare;",
          "le tabelle scritte dentro i testi dei piani, quando chi le ha scritte non ha indicato le celle di intestazione;",
          "il linguaggio dei piani, che è quello degli atti amministrativi.",
        ],
      },
      {
        title: "Redazione della dichiarazione",
        paragraphs: [
          "La dichiarazione si basa su un'autovalutazione di chi sviluppa la piattaforma: a ogni modifica un programma (axe) controlla tutte le pagine; le pagine sono state usate con la sola tastiera, con un browser testuale, senza JavaScript e su schermi di 360 punti. Non è ancora stata fatta una prova con persone con disabilità né una valutazione di terzi.",
          "Ogni ente che usa il portale pubblica la propria dichiarazione con lo strumento di AgID (form.agid.gov.it).",
        ],
      },
      {
        title: "Feedback e informazioni di contatto",
        paragraphs: [
          "Le segnalazioni su ciò che non è accessibile si inviano al responsabile per la transizione digitale dell'ente di cui si legge il piano: il suo indirizzo è nell'Indice dei domicili digitali della pubblica amministrazione (indicepa.gov.it).",
        ],
      },
      {
        title: "Procedura di attuazione",
        paragraphs: [
          "Se la risposta manca o non è soddisfacente, ci si può rivolgere al Difensore civico per il digitale, presso AgID (agid.gov.it), ai sensi dell'articolo 3-quinquies della legge n. 4 del 2004.",
        ],
      },
      {
        title: "Informazioni sul sito",
        paragraphs: [
          "Le pagine sono prodotte dal server, non usano JavaScript né cookie e non raccolgono dati personali. Di ogni grafico c'è la tabella. Ogni piano si può scaricare in più formati, appena sono pronti.",
        ],
      },
    ],
  },
  en: {
    title: "Accessibility statement",
    lead: "Who runs this portal is committed to making it accessible, under Italian law no. 4 of 9 January 2004. This statement covers the pages under /pubblico.",
    sections: [
      {
        title: "Compliance status",
        paragraphs: [
          "These pages are partially compliant with UNI CEI EN 301549 (WCAG 2.1, level AA), because of the content listed below.",
        ],
      },
      {
        title: "Content that is not accessible",
        paragraphs: ["The accessibility of this content is not assured:"],
        items: [
          "files of the acts of adoption, which bodies hand in as they were signed and which the portal cannot change;",
          "tables within the texts of plans, where their writers marked no header cells;",
          "the language of the plans, which is that of administrative acts.",
        ],
      },
      {
        title: "Preparation of this statement",
        paragraphs: [
          "It rests on a self-assessment by the developers of the platform: at each change a program (axe) checks every page; the pages were used with the keyboard alone, in a text browser, without JavaScript and on screens 360 points wide. No trial with people with disabilities and no assessment by others has been made yet.",
          "Each body that uses the portal publishes its own statement with AgID's tool (form.agid.gov.it).",
        ],
      },
      {
        title: "Feedback and contact",
        paragraphs: [
          "Tell the officer for the digital transition of the body whose plan you read what is not accessible: the address is in the index of digital addresses of public administrations (indicepa.gov.it).",
        ],
      },
      {
        title: "Enforcement procedure",
        paragraphs: [
          "Where there is no answer, or no satisfying one, you can turn to the Difensore civico per il digitale at AgID (agid.gov.it), under article 3-quinquies of law no. 4 of 2004.",
        ],
      },
      {
        title: "About the site",
        paragraphs: [
          "Pages are made by the server, use neither JavaScript nor cookies and collect no personal data. Every chart has its table. Every plan can be downloaded in several formats, as soon as they are ready.",
        ],
      },
    ],
  },
};
