/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  mutation Logout {\n    logout\n  }\n": typeof types.LogoutDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": typeof types.LogoutEverywhereDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": typeof types.ChangePasswordDocument,
    "\n  query Bodies($search: String!) {\n    bodies(search: $search, first: 8) {\n      id\n      name\n      type\n      provinceSign\n      istatCode\n      ipaCode\n    }\n  }\n": typeof types.BodiesDocument,
    "\n  query Desk($after: String) {\n    myOffices {\n      id\n      name\n      leadBody {\n        id\n        name\n      }\n      members {\n        body {\n          id\n          name\n        }\n      }\n      conventionAct\n    }\n    myPlans {\n      id\n      firstYear\n      lastYear\n      state\n      body {\n        id\n        name\n      }\n    }\n    sections(first: 40, after: $after) {\n      edges {\n        node {\n          id\n          title\n          code\n          shared\n          state\n          closed\n          myAccess\n          ownerName\n          updatedAt\n          present {\n            id\n            name\n            bodyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.DeskDocument,
    "\n  subscription DeskPresence($sectionIds: [ID!]!) {\n    presence(sectionIds: $sectionIds) {\n      sectionId\n      present {\n        id\n        name\n        bodyName\n      }\n    }\n  }\n": typeof types.DeskPresenceDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      expiresAt\n    }\n  }\n": typeof types.LoginDocument,
    "\n  query DemoAccounts {\n    demoAccounts {\n      email\n      name\n      bodyName\n      role\n      password\n    }\n  }\n": typeof types.DemoAccountsDocument,
    "\n  query People($bodyId: ID!) {\n    bodyPeople(bodyId: $bodyId) {\n      id\n      membershipId\n      name\n      email\n      role\n      disabled\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation AddPerson($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {\n    addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {\n      membershipId\n    }\n  }\n": typeof types.AddPersonDocument,
    "\n  mutation RemoveRole($membershipId: ID!) {\n    removeRole(membershipId: $membershipId)\n  }\n": typeof types.RemoveRoleDocument,
    "\n  mutation SetPersonDisabled($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {\n    setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled)\n  }\n": typeof types.SetPersonDisabledDocument,
    "\n  query PlanOutline($id: ID!) {\n    plan(id: $id) {\n      id\n      firstYear\n      lastYear\n      form\n      state\n      placement\n      dup\n      peg\n      body {\n        id\n        name\n      }\n      outline {\n        number\n        title\n        depth\n        required\n        sections {\n          id\n          title\n          code\n          shared\n          state\n          myAccess\n        }\n      }\n    }\n  }\n": typeof types.PlanOutlineDocument,
    "\n  query SectionDetails($id: ID!) {\n    section(id: $id) {\n      id\n      title\n      code\n      shared\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n      ownerName\n      plan {\n        id\n        firstYear\n        lastYear\n        body {\n          id\n          name\n        }\n      }\n      guidance {\n        number\n        title\n        law\n        lawVerified\n        content\n        contentVerified\n        owner\n        note\n      }\n    }\n  }\n": typeof types.SectionDetailsDocument,
    "\n  subscription SectionChanged($sectionId: ID!) {\n    sectionChanged(sectionId: $sectionId) {\n      id\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n": typeof types.SectionChangedDocument,
    "\n  mutation SetSectionClosed($sectionId: ID!, $closed: Boolean!) {\n    setSectionClosed(sectionId: $sectionId, closed: $closed) {\n      id\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n": typeof types.SetSectionClosedDocument,
    "\n  query Me {\n    me {\n      id\n      name\n      email\n      memberships {\n        id\n        role\n        body {\n          id\n          name\n          type\n        }\n      }\n    }\n  }\n": typeof types.MeDocument,
};
const documents: Documents = {
    "\n  mutation Logout {\n    logout\n  }\n": types.LogoutDocument,
    "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n": types.LogoutEverywhereDocument,
    "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n": types.ChangePasswordDocument,
    "\n  query Bodies($search: String!) {\n    bodies(search: $search, first: 8) {\n      id\n      name\n      type\n      provinceSign\n      istatCode\n      ipaCode\n    }\n  }\n": types.BodiesDocument,
    "\n  query Desk($after: String) {\n    myOffices {\n      id\n      name\n      leadBody {\n        id\n        name\n      }\n      members {\n        body {\n          id\n          name\n        }\n      }\n      conventionAct\n    }\n    myPlans {\n      id\n      firstYear\n      lastYear\n      state\n      body {\n        id\n        name\n      }\n    }\n    sections(first: 40, after: $after) {\n      edges {\n        node {\n          id\n          title\n          code\n          shared\n          state\n          closed\n          myAccess\n          ownerName\n          updatedAt\n          present {\n            id\n            name\n            bodyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.DeskDocument,
    "\n  subscription DeskPresence($sectionIds: [ID!]!) {\n    presence(sectionIds: $sectionIds) {\n      sectionId\n      present {\n        id\n        name\n        bodyName\n      }\n    }\n  }\n": types.DeskPresenceDocument,
    "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      expiresAt\n    }\n  }\n": types.LoginDocument,
    "\n  query DemoAccounts {\n    demoAccounts {\n      email\n      name\n      bodyName\n      role\n      password\n    }\n  }\n": types.DemoAccountsDocument,
    "\n  query People($bodyId: ID!) {\n    bodyPeople(bodyId: $bodyId) {\n      id\n      membershipId\n      name\n      email\n      role\n      disabled\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation AddPerson($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {\n    addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {\n      membershipId\n    }\n  }\n": types.AddPersonDocument,
    "\n  mutation RemoveRole($membershipId: ID!) {\n    removeRole(membershipId: $membershipId)\n  }\n": types.RemoveRoleDocument,
    "\n  mutation SetPersonDisabled($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {\n    setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled)\n  }\n": types.SetPersonDisabledDocument,
    "\n  query PlanOutline($id: ID!) {\n    plan(id: $id) {\n      id\n      firstYear\n      lastYear\n      form\n      state\n      placement\n      dup\n      peg\n      body {\n        id\n        name\n      }\n      outline {\n        number\n        title\n        depth\n        required\n        sections {\n          id\n          title\n          code\n          shared\n          state\n          myAccess\n        }\n      }\n    }\n  }\n": types.PlanOutlineDocument,
    "\n  query SectionDetails($id: ID!) {\n    section(id: $id) {\n      id\n      title\n      code\n      shared\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n      ownerName\n      plan {\n        id\n        firstYear\n        lastYear\n        body {\n          id\n          name\n        }\n      }\n      guidance {\n        number\n        title\n        law\n        lawVerified\n        content\n        contentVerified\n        owner\n        note\n      }\n    }\n  }\n": types.SectionDetailsDocument,
    "\n  subscription SectionChanged($sectionId: ID!) {\n    sectionChanged(sectionId: $sectionId) {\n      id\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n": types.SectionChangedDocument,
    "\n  mutation SetSectionClosed($sectionId: ID!, $closed: Boolean!) {\n    setSectionClosed(sectionId: $sectionId, closed: $closed) {\n      id\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n": types.SetSectionClosedDocument,
    "\n  query Me {\n    me {\n      id\n      name\n      email\n      memberships {\n        id\n        role\n        body {\n          id\n          name\n          type\n        }\n      }\n    }\n  }\n": types.MeDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Logout {\n    logout\n  }\n"): (typeof documents)["\n  mutation Logout {\n    logout\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n"): (typeof documents)["\n  mutation LogoutEverywhere {\n    logoutEverywhere\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"): (typeof documents)["\n  mutation ChangePassword($current: String!, $next: String!) {\n    changePassword(current: $current, next: $next)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Bodies($search: String!) {\n    bodies(search: $search, first: 8) {\n      id\n      name\n      type\n      provinceSign\n      istatCode\n      ipaCode\n    }\n  }\n"): (typeof documents)["\n  query Bodies($search: String!) {\n    bodies(search: $search, first: 8) {\n      id\n      name\n      type\n      provinceSign\n      istatCode\n      ipaCode\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Desk($after: String) {\n    myOffices {\n      id\n      name\n      leadBody {\n        id\n        name\n      }\n      members {\n        body {\n          id\n          name\n        }\n      }\n      conventionAct\n    }\n    myPlans {\n      id\n      firstYear\n      lastYear\n      state\n      body {\n        id\n        name\n      }\n    }\n    sections(first: 40, after: $after) {\n      edges {\n        node {\n          id\n          title\n          code\n          shared\n          state\n          closed\n          myAccess\n          ownerName\n          updatedAt\n          present {\n            id\n            name\n            bodyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query Desk($after: String) {\n    myOffices {\n      id\n      name\n      leadBody {\n        id\n        name\n      }\n      members {\n        body {\n          id\n          name\n        }\n      }\n      conventionAct\n    }\n    myPlans {\n      id\n      firstYear\n      lastYear\n      state\n      body {\n        id\n        name\n      }\n    }\n    sections(first: 40, after: $after) {\n      edges {\n        node {\n          id\n          title\n          code\n          shared\n          state\n          closed\n          myAccess\n          ownerName\n          updatedAt\n          present {\n            id\n            name\n            bodyName\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription DeskPresence($sectionIds: [ID!]!) {\n    presence(sectionIds: $sectionIds) {\n      sectionId\n      present {\n        id\n        name\n        bodyName\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription DeskPresence($sectionIds: [ID!]!) {\n    presence(sectionIds: $sectionIds) {\n      sectionId\n      present {\n        id\n        name\n        bodyName\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation Login($email: String!, $password: String!) {\n    login(email: $email, password: $password) {\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query DemoAccounts {\n    demoAccounts {\n      email\n      name\n      bodyName\n      role\n      password\n    }\n  }\n"): (typeof documents)["\n  query DemoAccounts {\n    demoAccounts {\n      email\n      name\n      bodyName\n      role\n      password\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($bodyId: ID!) {\n    bodyPeople(bodyId: $bodyId) {\n      id\n      membershipId\n      name\n      email\n      role\n      disabled\n    }\n  }\n"): (typeof documents)["\n  query People($bodyId: ID!) {\n    bodyPeople(bodyId: $bodyId) {\n      id\n      membershipId\n      name\n      email\n      role\n      disabled\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddPerson($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {\n    addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {\n      membershipId\n    }\n  }\n"): (typeof documents)["\n  mutation AddPerson($bodyId: ID!, $email: String!, $name: String!, $role: Role!, $password: String) {\n    addPerson(bodyId: $bodyId, email: $email, name: $name, role: $role, password: $password) {\n      membershipId\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveRole($membershipId: ID!) {\n    removeRole(membershipId: $membershipId)\n  }\n"): (typeof documents)["\n  mutation RemoveRole($membershipId: ID!) {\n    removeRole(membershipId: $membershipId)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetPersonDisabled($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {\n    setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled)\n  }\n"): (typeof documents)["\n  mutation SetPersonDisabled($bodyId: ID!, $userId: ID!, $disabled: Boolean!) {\n    setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: $disabled)\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PlanOutline($id: ID!) {\n    plan(id: $id) {\n      id\n      firstYear\n      lastYear\n      form\n      state\n      placement\n      dup\n      peg\n      body {\n        id\n        name\n      }\n      outline {\n        number\n        title\n        depth\n        required\n        sections {\n          id\n          title\n          code\n          shared\n          state\n          myAccess\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query PlanOutline($id: ID!) {\n    plan(id: $id) {\n      id\n      firstYear\n      lastYear\n      form\n      state\n      placement\n      dup\n      peg\n      body {\n        id\n        name\n      }\n      outline {\n        number\n        title\n        depth\n        required\n        sections {\n          id\n          title\n          code\n          shared\n          state\n          myAccess\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query SectionDetails($id: ID!) {\n    section(id: $id) {\n      id\n      title\n      code\n      shared\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n      ownerName\n      plan {\n        id\n        firstYear\n        lastYear\n        body {\n          id\n          name\n        }\n      }\n      guidance {\n        number\n        title\n        law\n        lawVerified\n        content\n        contentVerified\n        owner\n        note\n      }\n    }\n  }\n"): (typeof documents)["\n  query SectionDetails($id: ID!) {\n    section(id: $id) {\n      id\n      title\n      code\n      shared\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n      ownerName\n      plan {\n        id\n        firstYear\n        lastYear\n        body {\n          id\n          name\n        }\n      }\n      guidance {\n        number\n        title\n        law\n        lawVerified\n        content\n        contentVerified\n        owner\n        note\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription SectionChanged($sectionId: ID!) {\n    sectionChanged(sectionId: $sectionId) {\n      id\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n"): (typeof documents)["\n  subscription SectionChanged($sectionId: ID!) {\n    sectionChanged(sectionId: $sectionId) {\n      id\n      state\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetSectionClosed($sectionId: ID!, $closed: Boolean!) {\n    setSectionClosed(sectionId: $sectionId, closed: $closed) {\n      id\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n"): (typeof documents)["\n  mutation SetSectionClosed($sectionId: ID!, $closed: Boolean!) {\n    setSectionClosed(sectionId: $sectionId, closed: $closed) {\n      id\n      closed\n      myAccess\n      mayOpenAndClose\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Me {\n    me {\n      id\n      name\n      email\n      memberships {\n        id\n        role\n        body {\n          id\n          name\n          type\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Me {\n    me {\n      id\n      name\n      email\n      memberships {\n        id\n        role\n        body {\n          id\n          name\n          type\n        }\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;