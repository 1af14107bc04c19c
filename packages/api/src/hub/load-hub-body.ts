import { loadHubBodies } from "@upiao/db";
import type { HubBody } from "@upiao/domain";
import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** How bodies stand in the hub today; null for an unknown id. */
export function loadHubBody(database: DataSource) {
  return new DataLoader<string, HubBody | null>(async (ids) => {
    const found = await loadHubBodies(database, ids);
    return ids.map((id) => found.get(id) ?? null);
  });
}
