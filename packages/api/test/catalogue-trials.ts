import type { GraphQLSchema } from "graphql";
import { everyField } from "./every-field.ts";
import type { Trial } from "./trials.ts";

export function catalogueTrials(schema: GraphQLSchema): Trial[] {
  return [
    {
      name: "catalogue",
      query: `{ catalogue ${everyField(schema, "Catalogue", 2)} }`,
      whyNot: () => null,
    },
  ];
}
