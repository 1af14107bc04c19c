import { expect, it } from "vitest";
import { planWith } from "../testing/printable.ts";
import { written } from "../testing/read-files.ts";
import { commentsDocument } from "./comment-record.ts";

it("a record of comments is printed as a document: whose, where, when by Italian time, and how it stands", async () => {
  const { parts: _, ...document } = planWith([], { title: "Registro dei commenti" });
  const message = (author: string, text: string) => ({
    author,
    role: "Nucleo di valutazione, Provincia di Lucca",
    at: new Date("2026-01-20T23:30:00Z"),
    text,
  });
  const record = commentsDocument({
    ...document,
    sections: [
      {
        number: "2.1",
        title: "Valore pubblico",
        threads: [
          {
            kind: "FINDING",
            state: "OPEN",
            quote: "il valore pubblico",
            messages: [message("Anna Neri", "Manca la <fonte>."), message("Bruno Verdi", "Sarà indicata.")],
          },
          { kind: "QUESTION", state: "RESOLVED", quote: null, messages: [message("Anna Neri", "Quando?")] },
        ],
      },
      { number: "3", title: "Organizzazione", threads: [] },
    ],
  });
  const by = (name: string) =>
    `**${name}** (Nucleo di valutazione, Provincia di Lucca), 21 gennaio 2026 alle ore 00:30`;
  expect((await written("markdown", record)).trim().split("\n\n").slice(3)).toEqual([
    "## 2.1 Valore pubblico",
    "### Rilievo 1 (aperto)",
    "> «il valore pubblico»",
    by("Anna Neri"),
    "Manca la \\<fonte\\>.",
    by("Bruno Verdi"),
    "Sarà indicata.",
    "### Domanda 2 (risolta)",
    by("Anna Neri"),
    "Quando?",
    "## 3 Organizzazione",
    "Nessun commento.",
  ]);
});
