export type {
  Bus,
  Gap,
  Growth,
  Listener,
  News,
  PresentPerson,
  Reach,
  SectionChannel,
  SectionListener,
  SectionPresence,
  Topic,
} from "./bus.ts";
export { openPostgresBus, openRedisBus } from "./open-bus.ts";
