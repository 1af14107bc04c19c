import { Adhesion, CallApplication, FundingCall, HubService, Purchase, ServiceContract } from "@upiao/db";
import type { ServiceKind } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { type DemoBody, findDemoBodies } from "./bodies.ts";

const invented = "(Dato dimostrativo.)";
const comuni: readonly DemoBody[] = ["capannori", "barga", "gallicano", "coreglia", "fosciandora"];
const inventedCall = "DEMO-SUAP-SUE";

const services: readonly {
  readonly code: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly description: string;
  readonly taken: readonly DemoBody[];
  readonly asked?: readonly DemoBody[];
}[] = [
  {
    ...{ code: "LU-ACQUISTI", kind: "PROCUREMENT", title: "Acquisti per i Comuni", taken: comuni },
    description: `La Provincia, come stazione appaltante qualificata, raccoglie i fabbisogni e svolge le gare. ${invented}`,
  },
  {
    ...{ code: "LU-FORMAZIONE", kind: "RECRUITMENT_TRAINING", title: "Concorsi unici e formazione digitale" },
    ...{ taken: ["capannori", "barga", "coreglia"], asked: ["gallicano"] },
    description: `Selezioni comuni e un percorso annuale di competenze digitali per il personale. ${invented}`,
  },
  {
    ...{ code: "LU-BANDI", kind: "FUND_RAISING", title: "Ufficio bandi", taken: ["barga", "fosciandora"] },
    description: `Ricerca degli avvisi, progettazione e rendicontazione per gli enti che aderiscono. ${invented}`,
  },
  {
    ...{ code: "LU-CONTRATTI", kind: "CONTRACT_MONITORING", title: "Osservatorio dei contratti di servizio" },
    ...{ taken: ["capannori"] },
    description: `La Provincia segue scadenze e indicatori dei contratti dei servizi pubblici locali. ${invented}`,
  },
  {
    ...{ code: "LU-PERFORMANCE", kind: "PERFORMANCE_SUPPORT", title: "Supporto alla performance" },
    ...{ taken: ["gallicano", "fosciandora"], asked: ["barga"] },
    description: `Modelli, indicatori comuni e rilevazioni semestrali per i Comuni più piccoli. ${invented}`,
  },
  {
    ...{
      code: "LU-DIGITALE",
      kind: "DIGITAL_COMPETENCE",
      title: "Centro di competenza digitale",
      taken: comuni,
    },
    description: `Un gruppo di esperti condiviso per cloud, sicurezza, accessibilità e dati. ${invented}`,
  },
];

/** Writes what the hub of the demonstration keeps, all invented and said to be. All or none, and once. */
export async function writeHub(database: DataSource): Promise<number> {
  if (await database.getRepository(HubService).existsBy({ code: services[0]!.code })) return 0;
  return database.transaction(async (tx) => {
    const bodies = await findDemoBodies(tx);
    await writeServices(tx, bodies);
    await writeCalls(tx, bodies);
    await writePurchases(tx, bodies);
    return services.length;
  });
}

async function writeServices(tx: EntityManager, bodies: Record<DemoBody, string>): Promise<void> {
  for (const { taken, asked = [], ...service } of services) {
    const { id: serviceId } = await tx.getRepository(HubService).save({ ...service, bodyId: bodies.lucca });
    await tx.getRepository(Adhesion).insert([
      ...taken.map((body, index) => ({
        ...{ serviceId, bodyId: bodies[body], fromDay: "2025-11-01" },
        act: `Delibera di Giunta n. ${20 + index} del 2025 ${invented}`,
      })),
      ...asked.map((body) => ({ serviceId, bodyId: bodies[body] })),
    ]);
  }
}

async function writeCalls(tx: EntityManager, bodies: Record<DemoBody, string>): Promise<void> {
  const today = new Date();
  const { id: callId } = await tx.getRepository(FundingCall).save({
    ...{ bodyId: bodies.lucca, code: inventedCall, issuer: `Ente inventato ${invented}` },
    title: `Sportelli unici SUAP e SUE: adeguamento delle piattaforme delle Province ${invented}`,
    ...{ amount: 1_200_000, opens: dayFrom(today, -20), deadline: dayFrom(today, 70) },
    // The published plans are older than the call, and are found by what of the Piano triennale they serve.
    items: ["RA4.1.7"],
    ...{ recipients: ["Province", "Comuni"], verified: false, source: `Avviso inventato ${invented}` },
    requirements: `Convenzione di ufficio associato; piattaforma conforme alle specifiche tecniche. ${invented}`,
  });
  await tx.getRepository(CallApplication).insert([
    {
      ...{ callId, bodyId: bodies.lucca, state: "SUBMITTED", amount: 180_000 },
      ...{ submittedOn: dayFrom(today, -5), note: `Domanda per l'intero ufficio. ${invented}` },
    },
    {
      callId,
      bodyId: bodies.barga,
      state: "PREPARING",
      amount: 24_500,
      note: `Preventivi in corso. ${invented}`,
    },
  ]);
}

async function writePurchases(tx: EntityManager, bodies: Record<DemoBody, string>): Promise<void> {
  const year = new Date().getUTCFullYear() + 1;
  await tx.getRepository(Purchase).insert([
    {
      ...{ bodyId: bodies.capannori, year, quarter: 1, amount: 96_000, cpv: "72000000-5" },
      what: `Migrazione al cloud dei servizi demografici ${invented}`,
    },
    {
      ...{ bodyId: bodies.barga, year, quarter: 2, amount: 18_400.5, cpv: "30200000-1" },
      what: `Postazioni per lo sportello digitale ${invented}`,
    },
    {
      ...{ bodyId: bodies.gallicano, year, quarter: 4, amount: 7_900, cpv: null },
      what: `Corso sulla sicurezza informatica ${invented}`,
    },
  ]);
  await tx.getRepository(ServiceContract).insert({
    ...{
      bodyId: bodies.capannori,
      supplier: `Impresa inventata ${invented}`,
      expires: dayFrom(new Date(), 200),
    },
    title: `Trasporto scolastico ${invented}`,
    indicators: `Puntualità delle corse almeno al 95 %; reclami risolti entro 10 giorni. ${invented}`,
  });
}

function dayFrom(day: Date, days: number): string {
  return new Date(day.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
