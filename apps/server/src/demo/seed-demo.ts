import { projectStale } from "@upiao/api";
import { AssociatedOffice } from "@upiao/db";
import type { DataSource } from "typeorm";
import { demoPeople } from "./accounts.ts";
import { findDemoBodies } from "./bodies.ts";
import { writeAdoptions } from "./write-adoptions.ts";
import { writeHistory } from "./write-history.ts";
import { writeHub } from "./write-hub.ts";
import { writeMeasurements } from "./write-measurements.ts";
import { officeName, writeOffice } from "./write-office.ts";
import { writePeople } from "./write-people.ts";
import { writePlans } from "./write-plans.ts";
import { writeTexts } from "./write-texts.ts";

/** Puts the demonstration into a database that has the bodies of Italy, unless it is there already. A start that
 *  was interrupted is completed by the next, and two nodes that start at once wait for each other. */
export async function seedDemo(database: DataSource, log: (line: string) => void): Promise<void> {
  const lock = database.createQueryRunner();
  try {
    await lock.query("SELECT pg_advisory_lock(hashtext('upiao demonstration'))");
    if (!(await database.getRepository(AssociatedOffice).existsBy({ name: officeName }))) {
      await writeRows(database, log);
    }
    const texts = await writeTexts(database);
    const steps = await writeHistory(database);
    if (texts + steps > 0) log(`Dimostrazione: ${texts} testi e ${steps} passaggi di stato scritti.`);
    const acts = await writeAdoptions(database);
    if (acts > 0) log(`Dimostrazione: ${acts} atti di adozione, con ciò che pubblicano.`);
    // What is measured are the objectives that the texts say.
    await projectStale(database);
    const values = await writeMeasurements(database);
    if (values > 0) log(`Dimostrazione: ${values} valori misurati.`);
    const services = await writeHub(database);
    if (services > 0) log(`Dimostrazione: ${services} servizi del polo, con adesioni, avvisi e acquisti.`);
    if (texts + steps + acts + values + services === 0) log("Dimostrazione: già presente.");
  } finally {
    await lock.query("SELECT pg_advisory_unlock(hashtext('upiao demonstration'))");
    await lock.release();
  }
}

async function writeRows(database: DataSource, log: (line: string) => void): Promise<void> {
  const { plans, sections } = await database.transaction(async (tx) => {
    const bodies = await findDemoBodies(tx);
    await writePeople(tx, bodies);
    await writeOffice(tx, bodies);
    return writePlans(tx, bodies);
  });
  log(`Dimostrazione: ${demoPeople.length} persone con i loro ruoli.`);
  log("Dimostrazione: ufficio associato della Provincia di Lucca, con i suoi Comuni.");
  log(`Dimostrazione: ${plans} piani, con ${sections} sezioni.`);
}
