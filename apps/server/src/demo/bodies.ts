import { Body } from "@upiao/db";
import { type EntityManager, In } from "typeorm";

/** The bodies of the demonstration, by their ISTAT codes: real bodies with invented plans. */
export const demoBodies = {
  lucca: "046",
  capannori: "046007",
  barga: "046003",
  gallicano: "046015",
  coreglia: "046011",
  fosciandora: "046014",
  pisa: "050026",
} as const;

export type DemoBody = keyof typeof demoBodies;

/** Their ids. Throws when the bodies of Italy have not been loaded. */
export async function findDemoBodies(tx: EntityManager): Promise<Record<DemoBody, string>> {
  const found = await tx.getRepository(Body).findBy({ istatCode: In(Object.values(demoBodies)) });
  const ids = Object.entries(demoBodies).map(([key, istatCode]) => {
    const body = found.find((one) => one.istatCode === istatCode);
    if (!body) throw new Error(`the demonstration needs the body with ISTAT code ${istatCode}`);
    return [key, body.id];
  });
  return Object.fromEntries(ids);
}
