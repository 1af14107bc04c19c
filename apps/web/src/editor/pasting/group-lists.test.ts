// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { groupLists } from "./group-lists.ts";

function grouped(html: string): string {
  const parent = document.createElement("div");
  parent.innerHTML = html;
  groupLists(parent);
  return parent.innerHTML;
}

const item = (kind: string, indent: number, text: string) =>
  `<p data-kind="${kind}" data-indent="${indent}">${text}</p>`;

it("items are copied as the lists that they look like", () => {
  expect(
    grouped(
      `<p>prima</p>${item("ordered", 0, "uno")}${item("bullet", 1, "sotto <b>a</b>")}${item("bullet", 1, "b")}${item("ordered", 0, "due")}<p>poi</p>${item("bullet", 0, "altro")}`,
    ),
  ).toBe(
    "<p>prima</p><ol><li>uno<ul><li>sotto <b>a</b></li><li>b</li></ul></li><li>due</li></ol><p>poi</p><ul><li>altro</li></ul>",
  );
});

it("a list that changes its kind, or begins indented, is copied whole", () => {
  expect(grouped(item("bullet", 0, "a") + item("ordered", 0, "b"))).toBe(
    "<ul><li>a</li></ul><ol><li>b</li></ol>",
  );
  expect(grouped(item("ordered", 1, "a"))).toBe("<ul><ol><li>a</li></ol></ul>");
});
