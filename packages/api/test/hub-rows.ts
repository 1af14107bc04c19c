import {
  Adhesion,
  CallApplication,
  FundingCall,
  HubService,
  Objective,
  Purchase,
  ServiceContract,
} from "@upiao/db";
import { objective, textOf } from "@upiao/test";
import type { DataSource } from "typeorm";
import type { World } from "./world.ts";

/** One of everything in the hub of the world: of its lead, and of alfa. */
export interface HubRows {
  readonly serviceId: string;
  readonly adhesionId: string;
  readonly catalogueCallId: string;
  readonly callId: string;
  readonly applicationId: string;
  readonly purchaseId: string;
  readonly contractId: string;
}

/** A text to be published, with an objective that rests on the service. */
export function restingText(title: string, service: string | null = "PROVA-ACQUISTI") {
  const key = "00000000-0000-4000-8000-0000000000a1";
  return {
    number: "2.2",
    title: "Performance",
    content: textOf(objective(key, title, service === null ? {} : { service })),
  };
}

export async function makeHub(database: DataSource, { bodies, sections }: World): Promise<HubRows> {
  const service = await database.getRepository(HubService).save({
    ...{ bodyId: bodies.lead, code: "PROVA-ACQUISTI", kind: "PROCUREMENT" as const },
    ...{ title: "Segreto del polo: acquisti", description: "Segreto del polo" },
  });
  const adhesion = await database.getRepository(Adhesion).save({
    ...{ serviceId: service.id, bodyId: bodies.alfa },
    ...{ act: "Segreto del polo: delibera 1", fromDay: "2026-01-01", untilDay: null },
  });
  const calls = database.getRepository(FundingCall);
  const call = { issuer: "Dipartimento", recipients: ["Comuni"], source: "prova", verified: true };
  const catalogueCall = await calls.save({
    ...{ ...call, code: "PAD2026-PROVA", title: "Cloud", deadline: "2099-05-31" },
  });
  const own = await calls.save({
    ...{ ...call, code: "PROVA-SUAP", title: "Segreto del polo: SUAP", deadline: "2099-06-30" },
    ...{ bodyId: bodies.lead, verified: false },
  });
  const application = await database.getRepository(CallApplication).save({
    ...{ callId: catalogueCall.id, bodyId: bodies.alfa, state: "PREPARING" as const },
    ...{ amount: 1000.5, note: "Segreto del polo: domanda" },
  });
  const purchase = await database.getRepository(Purchase).save({
    ...{
      bodyId: bodies.alfa,
      year: 2027,
      quarter: 2,
      what: "Segreto del polo: cancelleria",
      amount: 1234.56,
    },
  });
  const contract = await database.getRepository(ServiceContract).save({
    ...{
      bodyId: bodies.alfa,
      title: "Segreto del polo: trasporto",
      supplier: "Ditta",
      expires: "2027-08-31",
    },
  });
  await database.getRepository(Objective).save([
    {
      ...{
        sectionId: sections.alfaDraft,
        key: "a",
        place: 1,
        title: "Segreto alfaDraft. obiettivo",
        items: [],
      },
      ...{ service: "PROVA-ACQUISTI", call: "PAD2026-PROVA" },
    },
    {
      ...{ sectionId: sections.shared, key: "b", place: 1, title: "Segreto shared. obiettivo", items: [] },
      ...{ service: "PROVA-ACQUISTI" },
    },
  ]);
  return {
    serviceId: service.id,
    adhesionId: adhesion.id,
    catalogueCallId: catalogueCall.id,
    callId: own.id,
    applicationId: application.id,
    purchaseId: purchase.id,
    contractId: contract.id,
  };
}
