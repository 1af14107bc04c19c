import { expect, it } from "vitest";
import type { NotificationLineFragment } from "../../generated/graphql.ts";
import { byDay } from "./by-day.ts";

it("what one is told stands under its day in Italy, in the order in which it comes", () => {
  const at = ["2026-11-25T23:10:00Z", "2026-11-25T22:50:00Z", "2026-11-25T08:00:00Z"];
  const notifications = at.map((at, id) => ({ id: `${id}`, at }) as NotificationLineFragment);
  expect(
    byDay(notifications).map(({ day, notifications: ofDay }) => [day, ofDay.map(({ id }) => id)]),
  ).toEqual([
    ["2026-11-26", ["0"]],
    ["2026-11-25", ["1", "2"]],
  ]);
  expect(byDay([])).toEqual([]);
});
