import { type ForTest, insert, makeBody, publishForTest, type Statements } from "./publish-for-test.ts";
import { heading, objective, textOf } from "./text-json.ts";

const keyOf = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
export const keys = { services: keyOf(1), share: keyOf(2), days: keyOf(3), alfaShare: keyOf(4) };

export interface PortalWorld {
  readonly bodies: Readonly<Record<"lucca" | "barga" | "alfa" | "draft", string>>;
  readonly first: ForTest;
  readonly amended: ForTest;
  readonly alfa: ForTest;
}

export const hostile = `<script>alert(1)</script> "onload=" <img src=x onerror=alert(2)> & ]]>`;

/** Barga has published a plan and an amendment, and measured; Alfa a plan, and adopted another; all else is drafts, whose words
 *  begin with «Segreto». */
export async function makePortalWorld(database: Statements): Promise<PortalWorld> {
  const bodies = {
    lucca: await makeBody(database, {
      ...{ name: "Provincia di Lucca", type: "PROVINCIA", istatCode: "046", provinceSign: "LU" },
    }),
    barga: await makeBody(database, { name: "Barga", istatCode: "046003", provinceSign: "LU" }),
    alfa: await makeBody(database, { name: "Alfa", istatCode: "050001", provinceSign: "PI" }),
    draft: await makeBody(database, { name: "Gamma", istatCode: "050002", provinceSign: "PI" }),
  };
  const officeId = await insert(database, "associated_office", {
    ...{ name: "Segreto ufficio", lead_body_id: bodies.lucca, convention_act: "Segreta convenzione" },
    convention_date: "2022-01-01",
  });
  const sharedId = await insert(database, "section", {
    ...{ title: "Segreta strategia", code: "STRATEGIA", first_year: 2026, office_id: officeId },
  });
  const strategy = textOf(
    heading("Servizi in rete"),
    "La città digitale offre servizi a chi vi abita.",
    objective(
      keys.services,
      "Servizi interamente in rete",
      { responsible: "Ufficio associato", items: "RA1.1.1" },
      [
        {
          ...{ key: keys.share, name: "Quota di servizi in rete", unit: "PERCENT", direction: "UP" },
          ...{ baseline: "20", target1: "40", target2: "60", target3: "80", source: "Sportello" },
        },
        {
          ...{ key: keys.days, name: "Giorni di attesa", unit: "DAYS", direction: "DOWN" },
          ...{ baseline: "30", target1: "20", target2: "15", target3: "10" },
        },
      ],
    ),
  );
  const first = await publishForTest(database, {
    bodyId: bodies.barga,
    actFile: {
      name: "delibera «4».pdf",
      mediaType: "application/pdf",
      bytes: Buffer.from("%PDF-1.7 delibera 4"),
    },
    files: { pdf: Buffer.from("%PDF-1.7 piano"), md: Buffer.from("# Piano\n") },
    publishedAt: "2026-02-01T09:00:00Z",
    texts: [
      {
        ...{ number: "2.1", title: "Valore pubblico" },
        content: textOf("Il valore pubblico cresce.", "Perché lo si misura."),
      },
      {
        ...{ number: "2.2", title: "Strategia digitale", content: strategy },
        ...{ sectionId: sharedId, isShared: true },
      },
    ],
  });
  const amended = await publishForTest(database, {
    ...{ bodyId: bodies.barga, amendment: 1, reason: "Nuovi fondi", actNumber: "31" },
    publishedAt: "2026-06-01T09:00:00Z",
    texts: [
      {
        ...{ number: "2.1", title: "Valore pubblico", sectionId: first.sectionIds[0]! },
        content: textOf("Il valore pubblico cresce molto.", "Perché lo si misura.", hostile),
      },
      {
        ...{ number: "2.2", title: "Strategia digitale", content: strategy },
        ...{ sectionId: sharedId, isShared: true },
      },
    ],
  });
  const alfa = await publishForTest(database, {
    ...{ bodyId: bodies.alfa, publishedAt: "2026-03-01T09:00:00Z" },
    texts: [
      {
        ...{ number: "2.1", title: "Valore pubblico" },
        content: textOf(
          "Alfa misura il valore pubblico.",
          objective("00000000-0000-4000-8000-000000000009", "Sportello in rete", { items: "RA1.1.1" }, [
            {
              ...{ key: keys.alfaShare, name: "Pratiche in rete", unit: "PERCENT", direction: "UP" },
              ...{ baseline: "10", target1: "30" },
            },
          ]),
        ),
      },
    ],
  });
  await publishForTest(database, {
    ...{ bodyId: bodies.alfa, amendment: 1, reason: "Segreto motivo", isPublished: false },
    actNumber: "Segreto 99",
    actFile: { name: "segreto.pdf", mediaType: "application/pdf", bytes: Buffer.from("Segreto atto") },
    texts: [
      {
        ...{ number: "2.1", title: "Segreto valore", sectionId: alfa.sectionIds[0]! },
        content: textOf("Segreto testo adottato"),
      },
    ],
  });
  await publishForTest(database, {
    ...{ bodyId: bodies.draft, isPublished: false },
    texts: [{ number: "2.1", title: "Segreto titolo", content: textOf("Segreto testo") }],
  });
  await measure(database, bodies, sharedId);
  return { bodies, first, amended, alfa };
}

/** The draft that goes on has other words for the same indicator, and one more. */
async function measure(
  database: Statements,
  bodies: PortalWorld["bodies"],
  sectionId: string,
): Promise<void> {
  const objectiveId = await insert(database, "objective", {
    ...{ section_id: sectionId, key: keys.services, place: 1, title: "Segreto obiettivo" },
  });
  const common = { section_id: sectionId, objective_id: objectiveId, unit: "PERCENT", direction: "UP" };
  const ofDraft = (key: string, place: number, name: string) =>
    insert(database, "indicator", { ...common, key, place, name });
  const share = await ofDraft(keys.share, 1, "Segreto indicatore");
  const fresh = await ofDraft("00000000-0000-4000-8000-00000000000f", 2, "Segreto nuovo");
  const [user] = await database.query("SELECT id FROM user_account LIMIT 1");
  const read = { year: 2026, round: 1, by_user_id: user!.id, note: "Segreta nota" };
  for (const row of [
    { indicator_id: share, body_id: bodies.barga, value: 37.5 },
    { indicator_id: share, body_id: bodies.barga, year: 2025, round: 2, value: null },
    { indicator_id: share, body_id: bodies.lucca, value: 91.25 },
    { indicator_id: fresh, body_id: bodies.barga, value: 77.75 },
  ]) {
    await insert(database, "measurement", { ...read, ...row });
  }
}
