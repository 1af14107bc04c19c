import { tellOfRemark } from "@upiao/api";
import type { DataSource } from "typeorm";
import type { Works } from "./job.ts";

/** What the portal asks for when a citizen has written. */
export function remarkWorks(database: DataSource): Works {
  return {
    async tellOfRemark({ remarkId }: { readonly remarkId: string }) {
      await tellOfRemark(database, remarkId);
    },
  };
}
