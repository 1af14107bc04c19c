import { CallApplication } from "@upiao/db";
import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

/** A call, and the bodies of whose applications the reader may know. */
export interface CallIn {
  readonly callId: string;
  readonly bodyIds: readonly string[];
}

/** The applications of these bodies to a call, by body. */
export function loadApplications(database: DataSource) {
  return new DataLoader<CallIn, CallApplication[], string>(
    async (asked) => {
      const found = await database.getRepository(CallApplication).find({
        where: {
          callId: In(asked.map(({ callId }) => callId)),
          bodyId: In([...new Set(asked.flatMap(({ bodyIds }) => bodyIds))]),
        },
        order: { id: "ASC" },
      });
      return asked.map(({ callId, bodyIds }) =>
        found.filter((one) => one.callId === callId && bodyIds.includes(one.bodyId)),
      );
    },
    { cacheKeyFn: ({ callId, bodyIds }) => [callId, ...bodyIds].join() },
  );
}
