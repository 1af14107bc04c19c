// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { type HandedBack, HandedBackWords } from "./handed-back.ts";

beforeEach(() => localStorage.clear());

const word = (id: string): HandedBack => ({ id, text: `parole ${id}`, why: "moved" });

describe("words handed back", () => {
  it("stay until their writer has decided, also when the page is opened again", () => {
    new HandedBackWords("anna", "s1").add([word("1:0"), word("1:9")]);
    const again = new HandedBackWords("anna", "s1");
    expect(again.all).toEqual([word("1:0"), word("1:9")]);
    again.settle("1:0");
    expect(new HandedBackWords("anna", "s1").all).toEqual([word("1:9")]);
    again.settle("1:9");
    expect(localStorage.length).toBe(0);
  });

  it("are nobody else's, and of no other section", () => {
    new HandedBackWords("anna", "s1").add([word("1:0")]);
    expect(new HandedBackWords("bruno", "s1").all).toEqual([]);
    expect(new HandedBackWords("anna", "s2").all).toEqual([]);
  });

  it("that two tabs find are kept once, and what one tab settles does not come back by the other", () => {
    const [one, two] = [new HandedBackWords("anna", "s1"), new HandedBackWords("anna", "s1")];
    one.add([word("1:0")]);
    two.add([word("1:0"), word("2:0")]);
    expect(two.all).toEqual([word("1:0"), word("2:0")]);
    one.settle("1:0");
    two.add([word("3:0")]);
    expect(two.all).toEqual([word("2:0"), word("3:0")]);
  });

  it("are seen by another tab when it is told", () => {
    const [one, two] = [new HandedBackWords("anna", "s1"), new HandedBackWords("anna", "s1")];
    let told = 0;
    const stop = two.subscribe(() => told++);
    one.add([word("1:0")]);
    dispatchEvent(new StorageEvent("storage", { key: "upiao/handed-back/anna/s1" }));
    expect(told).toBe(1);
    expect(two.all).toEqual([word("1:0")]);
    stop();
    dispatchEvent(new StorageEvent("storage", { key: "upiao/handed-back/anna/s1" }));
    expect(told).toBe(1);
  });

  it("last as long as the page where the browser keeps nothing", () => {
    const words = new HandedBackWords("anna", "s1", null);
    words.add([word("1:0"), word("2:0")]);
    words.settle("1:0");
    expect(words.all).toEqual([word("2:0")]);
  });

  it("that something else wrote on the device are not taken for words", () => {
    localStorage.setItem("upiao/handed-back/anna/s1", '[{"id":1},"x",null]');
    expect(new HandedBackWords("anna", "s1").all).toEqual([]);
    localStorage.setItem("upiao/handed-back/anna/s1", "{");
    expect(new HandedBackWords("anna", "s1").all).toEqual([]);
  });
});
