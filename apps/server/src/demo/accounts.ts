import type { Competence, Role } from "@upiao/domain";
import type { DemoBody } from "./bodies.ts";

/** An account that the demonstration offers on its login page. */
export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly bodyName: string;
  readonly role: Role;
  readonly password: string;
}

/** A person of the demonstration, with the bodies at which they hold their role. */
export interface DemoPerson {
  readonly address: string;
  readonly name: string;
  readonly role: Role;
  /** Of an auditor. */
  readonly competence?: Competence;
  readonly bodies: readonly [DemoBody, ...DemoBody[]];
}

export const demoPassword = "upiao-demo";

export const demoPeople = [
  { address: "redattore.lucca", name: "Elena Bertolucci", role: "EDITOR", bodies: ["lucca"] },
  { address: "rtd.lucca", name: "Marco Giannini", role: "RTD", bodies: ["lucca"] },
  { address: "revisore.lucca", name: "Silvia Pardini", role: "REVIEWER", bodies: ["lucca"] },
  { address: "segretario.lucca", name: "Alberto Nieri", role: "SECRETARY", bodies: ["lucca"] },
  { address: "redattore.capannori", name: "Paolo Matteucci", role: "EDITOR", bodies: ["capannori"] },
  { address: "rtd.capannori", name: "Roberta Cei", role: "RTD", bodies: ["capannori"] },
  { address: "segretario.capannori", name: "Francesca Del Carlo", role: "SECRETARY", bodies: ["capannori"] },
  { address: "redattore.barga", name: "Giulia Nardini", role: "EDITOR", bodies: ["barga"] },
  { address: "rtd.barga", name: "Stefano Rinaldi", role: "RTD", bodies: ["barga"] },
  { address: "segretario.barga", name: "Teresa Lunardi", role: "SECRETARY", bodies: ["barga"] },
  { address: "redattore.gallicano", name: "Anna Santini", role: "EDITOR", bodies: ["gallicano"] },
  { address: "redattore.coreglia", name: "Pietro Giusti", role: "EDITOR", bodies: ["coreglia"] },
  { address: "redattore.fosciandora", name: "Marta Bertoncini", role: "EDITOR", bodies: ["fosciandora"] },
  {
    address: "nucleo.lucca",
    name: "Andrea Lombardi",
    role: "AUDITOR",
    competence: "NUCLEO",
    bodies: ["lucca", "capannori", "barga"],
  },
  {
    address: "revisori.capannori",
    name: "Giorgio Simi",
    role: "AUDITOR",
    competence: "REVISORI",
    bodies: ["capannori"],
  },
  {
    address: "rpct.capannori",
    name: "Laura Bianchini",
    role: "AUDITOR",
    competence: "RPCT",
    bodies: ["capannori"],
  },
  { address: "admin.lucca", name: "Chiara Benedetti", role: "ADMIN", bodies: ["lucca"] },
  { address: "redattore.pisa", name: "Luca Ferri", role: "EDITOR", bodies: ["pisa"] },
] as const satisfies readonly DemoPerson[];

export type DemoAddress = (typeof demoPeople)[number]["address"];

export function emailOf(address: DemoAddress): string {
  return `${address}@upiao.example`;
}

const bodyNames: Readonly<Record<(typeof demoPeople)[number]["bodies"][number], string>> = {
  lucca: "Provincia di Lucca",
  capannori: "Capannori",
  barga: "Barga",
  gallicano: "Gallicano",
  coreglia: "Coreglia Antelminelli",
  fosciandora: "Fosciandora",
  pisa: "Pisa",
};

/** The accounts as the login page offers them, each with its first body. */
export function demoAccounts(): DemoAccount[] {
  return demoPeople.map(({ address, name, role, bodies }) => ({
    email: emailOf(address),
    name,
    bodyName: bodyNames[bodies[0]],
    role,
    password: demoPassword,
  }));
}
