export type {
  Bus,
  Growth,
  Listener,
  News,
  PresentPerson,
  SectionChannel,
  SectionListener,
  Topic,
} from "./bus.ts";
export { openPostgresBus } from "./postgres-bus.ts";
