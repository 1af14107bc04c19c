import { useQuery } from "@apollo/client/react";
import { graphql } from "../generated/gql.ts";

const Me = graphql(`
  query Me {
    me {
      id
      name
      email
      memberships {
        id
        role
        body {
          id
          name
          type
        }
      }
    }
  }
`);

/** Who has signed in here: undefined while it is asked, null when nobody has. */
export function useMe() {
  const { data, error, refetch } = useQuery(Me);
  return { me: data?.me, error, refetch };
}

export type Me = NonNullable<ReturnType<typeof useMe>["me"]>;
