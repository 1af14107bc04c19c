import { Body } from "./body/body.entity.ts";
import { SectionClient } from "./coediting/section-client.entity.ts";
import { SectionSnapshot } from "./coediting/section-snapshot.entity.ts";
import { SectionUpdate } from "./coediting/section-update.entity.ts";
import { SyncTicket } from "./coediting/sync-ticket.entity.ts";
import { AssociatedOffice } from "./office/associated-office.entity.ts";
import { OfficeMember } from "./office/office-member.entity.ts";
import { KnownDevice } from "./people/known-device.entity.ts";
import { Membership } from "./people/membership.entity.ts";
import { User } from "./people/user.entity.ts";
import { UserSession } from "./people/user-session.entity.ts";
import { Plan } from "./plan/plan.entity.ts";
import { Section } from "./section/section.entity.ts";

export const entities = [
  Body,
  User,
  Membership,
  UserSession,
  KnownDevice,
  AssociatedOffice,
  OfficeMember,
  Plan,
  Section,
  SectionUpdate,
  SectionSnapshot,
  SectionClient,
  SyncTicket,
];
