import { Adhesion } from "@upiao/db";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** Who takes a service, or asks for it, by the name of the body. */
export function loadAdhesions(database: DataSource) {
  return loadLists(
    (serviceIds) =>
      database.getRepository(Adhesion).find({
        where: { serviceId: In([...serviceIds]) },
        relations: { body: true },
        order: { body: { name: "ASC" }, id: "ASC" },
      }),
    (adhesion) => adhesion.serviceId,
  );
}
