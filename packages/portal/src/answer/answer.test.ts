import { expect, it } from "vitest";
import { InFlight } from "./in-flight.ts";
import { TooBusy, Turnstile } from "./turnstile.ts";

function gate() {
  let open: (value: string) => void = () => {};
  const opened = new Promise<string>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it("who asks the same at the same time is one reading, who asks later is another, also after a failure", async () => {
  const flights = new InFlight();
  const { opened, open } = gate();
  let readings = 0;
  const read = () => {
    readings++;
    return opened;
  };
  const both = Promise.all([flights.join("a", read), flights.join("a", read)]);
  open("x");
  expect([await both, readings]).toEqual([["x", "x"], 1]);
  await expect(flights.join("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await flights.join("a", read)).toBe("x");
  expect(readings).toBe(2);
});

it("so many are let in at once, the others in turn, and beyond the line nobody", async () => {
  const turnstile = new Turnstile(1, 1);
  const [first, second] = [gate(), gate()];
  const entered: string[] = [];
  const enter = (name: string, wait: Promise<string>) =>
    turnstile.pass(() => {
      entered.push(name);
      return wait;
    });
  const one = enter("one", first.opened);
  const two = enter("two", second.opened);
  await expect(enter("three", first.opened)).rejects.toBeInstanceOf(TooBusy);
  expect(entered).toEqual(["one"]);
  first.open("1");
  expect(await one).toBe("1");
  expect(entered).toEqual(["one", "two"]);
  second.open("2");
  expect(await two).toBe("2");
  expect(await enter("four", second.opened)).toBe("2");
});
