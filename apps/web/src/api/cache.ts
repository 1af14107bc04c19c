import { InMemoryCache } from "@apollo/client";
import { relayStylePagination } from "@apollo/client/utilities";

/** What the pages remember of the server's answers. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          sections: relayStylePagination(["shared", "bodyId"]),
          myNotifications: relayStylePagination(["unreadOnly"]),
          reviewQueue: relayStylePagination(["bodyId"]),
          strategyItems: relayStylePagination(["edition", "kind", "year", "search"]),
          planQueue: relayStylePagination(),
        },
      },
      MailPreference: { keyFields: ["kind"] },
      Section: { fields: { versions: relayStylePagination() } },
      // Both name the person, who stands there once for each role: as one entity the roles would overwrite each other.
      Person: { keyFields: false },
      BodyPerson: { keyFields: ["membershipId"] },
      Presence: { keyFields: ["sectionId"] },
      StrategyEdition: { keyFields: ["code"] },
      CalendarEntry: { keyFields: ["key"] },
      CalendarFeed: { keyFields: false },
      CallSection: { keyFields: false },
      OutlineEntry: { keyFields: false },
      // A shared objective is measured by each body and in each year anew: one entity would mix their values.
      MeasuredObjective: { keyFields: false },
      MeasuredIndicator: { keyFields: false },
    },
  });
}
