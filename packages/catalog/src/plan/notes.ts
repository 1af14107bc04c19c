/** The notes of piao-sections.json in the language of who reads them. None of them is verified, and each says
 *  so itself, because it is shown as one sentence: where the file only recalls a norm, the norm is not named. */
const notes: Readonly<Record<string, string>> = {
  "2.2":
    "Sotto i 50 dipendenti la sottosezione non risulta dovuta; molti enti piccoli indicano comunque obiettivi di performance, perché servono alla retribuzione di risultato (indicazione da verificare).",
  "4": "I Comuni più piccoli possono affidare il monitoraggio a un ufficio associato dell'area provinciale o metropolitana (indicazione da verificare).",
};

/** What is worth knowing of a part beside its content, with what of it the simplified form asks; or null. */
export function noteOn(number: string, simplifiedContent: string | null): string | null {
  const simplified = simplifiedContent && `Nella forma semplificata (da verificare): ${simplifiedContent}`;
  return [notes[number], simplified].filter(Boolean).join(" ") || null;
}
