import {
  Adhesion,
  CallApplication,
  FundingCall,
  HubService,
  loadHubBodies,
  Notification,
  Purchase,
  ServiceContract,
} from "@upiao/db";
import { type HubBody, type HubRecordKind, mayReadHub, whyNotKeep } from "@upiao/domain";
import { publishForTest } from "@upiao/test";
import type { GraphQLSchema } from "graphql";
import { Not } from "typeorm";
import type { Asker } from "./askers.ts";
import { everyField } from "./every-field.ts";
import { makeHub, restingText } from "./hub-rows.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** What the hub of the world keeps, tried on its lead, on alfa and on a body that has nothing to do with it. */
export async function hubTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const hub = await makeHub(database, world);
  const facts = await loadHubBodies(database, Object.values(world.bodies));
  const { lead, alfa, far } = world.bodies;
  const never = () => null;
  const keeping = (kind: HubRecordKind, bodyId: string) => (asker: Asker) =>
    whyNotKeep(kind, facts.get(bodyId)!, asker.posts);
  const under: HubBody = { ...facts.get(alfa)!, leadBodyIds: [lead] };
  const fields = (type: string, depth = 1) => everyField(schema, type, depth);

  // Of years that the trials of figures do not ask for.
  await publishForTest(database, {
    bodyId: alfa,
    firstYear: 2081,
    texts: [restingText("Acquistare insieme")],
  });

  // What else a section says is tried where it is asked for itself.
  const section = "section { id title }";
  const call = `{ id revision code issuer title measure amount opens deadline recipients items requirements link source
    verified state suggestedText body { id } mayApply { id } applications ${fields("CallApplication")}
    sections { bodies { id } objectives { id title service call ${section} } ${section} } }`;
  const page = "pageInfo { hasNextPage endCursor }";
  const readOwn: Trial["whyNot"] = ({ posts }) => (mayReadHub(facts.get(lead)!, posts) ? null : "NOT_FOUND");

  const reads: Trial[] = [
    { name: "hubBodies", query: `{ hubBodies { id } }`, whyNot: never },
    { name: "hubServices", query: `{ hubServices ${fields("HubService", 2)} }`, whyNot: never },
    { name: "hubObjectives", query: `{ hubObjectives { id title service call ${section} } }`, whyNot: never },
    {
      name: "hubPublishedObjectives",
      query: `{ hubPublishedObjectives ${fields("PublishedHubObjective")} }`,
      whyNot: never,
    },
    { name: "fundingCalls", query: `{ fundingCalls(first: 10) { ${page} rows ${call} } }`, whyNot: never },
    ...[hub.catalogueCallId, hub.callId].map(
      (id): Trial => ({
        name: `fundingCall ${id === hub.callId ? "of the hub" : "of the catalogue"}`,
        query: `query ($id: ID!) { fundingCall(id: $id) ${call} }`,
        variables: { id },
        whyNot: id === hub.callId ? readOwn : never,
      }),
    ),
    {
      name: "purchases",
      query: `{ purchases(year: 2027) { total ${page} rows ${fields("Purchase")} } }`,
      whyNot: never,
    },
    {
      name: "purchases of alfa",
      query: `query ($bodyId: ID!) { purchases(year: 2027, bodyId: $bodyId) { total rows { what } } }`,
      variables: { bodyId: alfa },
      whyNot: ({ posts }) => (mayReadHub(facts.get(alfa)!, posts) ? null : "NOT_FOUND"),
    },
    {
      name: "serviceContracts",
      query: `{ serviceContracts { ${page} rows ${fields("ServiceContract")} } }`,
      whyNot: never,
    },
    {
      name: "calendar",
      query: `{ calendar(from: "2026-01-01", until: "2027-12-31") ${fields("CalendarEntry")} }`,
      whyNot: never,
    },
    { name: "openCalendarFeed", query: "mutation { openCalendarFeed }", whyNot: never },
    { name: "calendarFeed", query: `{ calendarFeed ${fields("CalendarFeed", 0)} }`, whyNot: never },
    {
      name: "closeCalendarFeed",
      query: "mutation { closeCalendarFeed }",
      whyNot: never,
      undo: async () => undefined,
    },
  ];

  const own = [
    ["lead", lead],
    ["alfa", alfa],
    ["far", far],
  ] as const;
  const writes = own.flatMap(([key, bodyId]): Trial[] => [
    {
      name: `saveHubService of ${key}`,
      query: `mutation ($r: HubServiceInput!) { saveHubService(service: $r) ${fields("HubService")} }`,
      variables: {
        r: { bodyId, code: `NUOVO-${key}`, kind: "FUND_RAISING", title: "Bandi", description: "Bandi" },
      },
      whyNot: keeping("SERVICE", bodyId),
      undo: () => database.getRepository(HubService).delete({ id: Not(hub.serviceId) }),
    },
    {
      name: `saveFundingCall of ${key}`,
      query: `mutation ($r: FundingCallInput!) { saveFundingCall(call: $r) { id verified } }`,
      variables: {
        r: {
          ...{ bodyId, code: `AVVISO-${key}`, issuer: "Regione", title: "Avviso", source: "BUR" },
          recipients: ["COMUNE"],
        },
      },
      whyNot: keeping("CALL", bodyId),
      undo: () => database.getRepository(FundingCall).delete({ code: `AVVISO-${key.toUpperCase()}` }),
    },
    {
      name: `announceCall for ${key}`,
      query: "mutation ($id: ID!, $bodyId: ID!) { announceCall(callId: $id, bodyId: $bodyId) }",
      variables: { id: hub.catalogueCallId, bodyId },
      whyNot: keeping("CALL", bodyId),
      undo: () => database.getRepository(Notification).delete({ kind: "CALL" }),
    },
    {
      name: `saveCallApplication of ${key}`,
      query: `mutation ($r: CallApplicationInput!) {
        saveCallApplication(application: $r) ${fields("CallApplication")} }`,
      variables: { r: { callId: hub.catalogueCallId, bodyId, state: "SUBMITTED", amount: "12.500,50" } },
      // alfa has applied already, and says so as a change.
      whyNot: (asker) => keeping("APPLICATION", bodyId)(asker) ?? (bodyId === alfa ? "ALREADY_EXISTS" : null),
      undo: () => database.getRepository(CallApplication).delete({ id: Not(hub.applicationId) }),
    },
    {
      name: `savePurchase of ${key}`,
      query: `mutation ($r: PurchaseInput!) { savePurchase(purchase: $r) ${fields("Purchase")} }`,
      variables: { r: { bodyId, year: 2028, quarter: 1, what: "Sedie", amount: "900" } },
      whyNot: keeping("PURCHASE", bodyId),
      undo: () => database.getRepository(Purchase).delete({ year: 2028 }),
    },
    {
      name: `saveServiceContract of ${key}`,
      query: `mutation ($r: ServiceContractInput!) {
        saveServiceContract(contract: $r) ${fields("ServiceContract")} }`,
      variables: { r: { bodyId, title: "Rifiuti", supplier: "Ditta", expires: "2029-01-01" } },
      whyNot: keeping("CONTRACT", bodyId),
      undo: () => database.getRepository(ServiceContract).delete({ id: Not(hub.contractId) }),
    },
  ]);

  const adhesions: Trial[] = [
    {
      name: "saveAdhesion of alfa",
      query: `mutation ($r: AdhesionInput!) { saveAdhesion(adhesion: $r) ${fields("Adhesion")} }`,
      variables: { r: { serviceId: hub.serviceId, bodyId: alfa, act: "Delibera 2", fromDay: "2026-02-01" } },
      whyNot: ({ posts }) => whyNotKeep("ADHESION", under, posts) ?? "ALREADY_EXISTS",
    },
    {
      name: "saveAdhesion of beta",
      query: `mutation ($r: AdhesionInput!) { saveAdhesion(adhesion: $r) ${fields("Adhesion")} }`,
      variables: {
        r: { serviceId: hub.serviceId, bodyId: world.bodies.beta, act: "Delibera 2", fromDay: "2026-02-01" },
      },
      whyNot: ({ posts }) => whyNotKeep("ADHESION", { ...under, bodyId: world.bodies.beta }, posts),
      undo: () => database.getRepository(Adhesion).delete({ id: Not(hub.adhesionId) }),
    },
    {
      name: "requestAdhesion of beta",
      query: `mutation ($id: ID!, $bodyId: ID!) {
        requestAdhesion(serviceId: $id, bodyId: $bodyId) ${fields("Adhesion")} }`,
      variables: { id: hub.serviceId, bodyId: world.bodies.beta },
      whyNot: keeping("ADHESION_REQUEST", world.bodies.beta),
      undo: () => database.getRepository(Adhesion).delete({ id: Not(hub.adhesionId) }),
    },
    {
      name: "requestAdhesion of a body that no office has",
      query: `mutation ($id: ID!, $bodyId: ID!) { requestAdhesion(serviceId: $id, bodyId: $bodyId) { id } }`,
      variables: { id: hub.serviceId, bodyId: far },
      whyNot: () => "NOT_FOUND",
    },
  ];

  const contracts = database.getRepository(ServiceContract);
  const contract = await contracts.findOneByOrFail({ id: hub.contractId });
  const removals: Trial[] = [
    {
      name: "removeHubRecord",
      query: "mutation ($id: ID!) { removeHubRecord(kind: CONTRACT, id: $id, revision: 1) }",
      variables: { id: hub.contractId },
      whyNot: keeping("CONTRACT", alfa),
      undo: () => contracts.insert(contract),
    },
  ];
  return [...reads, ...writes, ...adhesions, ...removals];
}
