import { expect, it } from "vitest";
import { searchName } from "./search-name.ts";

it.each([
  ["Forlì", "forli"],
  ["L'Aquila", "l aquila"],
  ["L’Aquila", "l aquila"],
  ["Forlì-Cesena", "forli cesena"],
  ["San Floriano del Collio/Števerjan", "san floriano del collio steverjan"],
  ["Eppan an der Weinstraße", "eppan an der weinstrasse"],
  ["  %_\\ ", ""],
])("«%s» is searched as «%s»", (name, searched) => {
  expect(searchName(name)).toBe(searched);
});
