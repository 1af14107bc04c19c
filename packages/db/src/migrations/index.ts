import { Ground1764000000000 } from "./1764000000000-ground.ts";
import { NarrowLog1764200000000 } from "./1764200000000-narrow-log.ts";
import { ReviewRoom1764300000000 } from "./1764300000000-review-room.ts";
import { Notifications1764310000000 } from "./1764310000000-notifications.ts";
import { PlanData1764320000000 } from "./1764320000000-plan-data.ts";
import { Territory1764325000000 } from "./1764325000000-territory.ts";
import { Strategy1764330000000 } from "./1764330000000-strategy.ts";
import { Measurement1764340000000 } from "./1764340000000-measurement.ts";
import { Hub1764350000000 } from "./1764350000000-hub.ts";
import { Bodies1764360000000 } from "./1764360000000-bodies.ts";
import { CarryOver1764362000000 } from "./1764362000000-carry-over.ts";
import { ObjectiveOrigin1764370000000 } from "./1764370000000-objective-origin.ts";
import { Adoption1764380000000 } from "./1764380000000-adoption.ts";
import { FileExport1764385000000 } from "./1764385000000-file-export.ts";
import { StoredWords1764390000000 } from "./1764390000000-stored-words.ts";
import { Remark1764395000000 } from "./1764395000000-remark.ts";
import { OfficeMemberDates1764397000000 } from "./1764397000000-office-member-dates.ts";
import { CalendarReminder1764398000000 } from "./1764398000000-calendar-reminder.ts";
import { Annulment1764398500000 } from "./1764398500000-annulment.ts";
import { CallItems1764398700000 } from "./1764398700000-call-items.ts";
import { ServiceKept1764398800000 } from "./1764398800000-service-kept.ts";
import { Measurer1764399000000 } from "./1764399000000-measurer.ts";

/** In the order in which they run. */
export const migrations = [
  Ground1764000000000,
  NarrowLog1764200000000,
  ReviewRoom1764300000000,
  Notifications1764310000000,
  PlanData1764320000000,
  Territory1764325000000,
  Strategy1764330000000,
  Measurement1764340000000,
  Hub1764350000000,
  Bodies1764360000000,
  CarryOver1764362000000,
  ObjectiveOrigin1764370000000,
  Adoption1764380000000,
  FileExport1764385000000,
  StoredWords1764390000000,
  Remark1764395000000,
  OfficeMemberDates1764397000000,
  CalendarReminder1764398000000,
  Annulment1764398500000,
  CallItems1764398700000,
  ServiceKept1764398800000,
  Measurer1764399000000,
];
