import fc from "fast-check";
import { expect, it } from "vitest";
import { tableOf } from "./table-grid.ts";

const cell = fc.record({
  isHeader: fc.boolean(),
  colspan: fc.oneof(fc.integer({ min: -1, max: 4 }), fc.constant("2"), fc.constant(1e9)),
  rowspan: fc.integer({ min: 0, max: 4 }),
  runs: fc.constant([]),
});

it("[T27] the cells of a table cover each place of its grid once, whatever spans were written", () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const table = tableOf(rows);
      expect(table === null).toBe(rows.flat().length === 0);
      const places = (table?.rows ?? []).flatMap((cells, row) =>
        cells.flatMap(({ column, colspan, rowspan }) =>
          Array.from(
            { length: colspan * rowspan },
            (_, at) => `${row + Math.floor(at / colspan)} ${column + (at % colspan)}`,
          ),
        ),
      );
      const grid = rows.flatMap((_, row) =>
        Array.from({ length: table?.columns ?? 0 }, (_, column) => `${row} ${column}`),
      );
      expect(places.sort()).toEqual(grid.sort());
      expect(table?.headerRows ?? -1).toBeLessThan(rows.length);
    }),
    { numRuns: 500 },
  );
});

it("rows of headers at the top name the columns, and a header in a row its row", () => {
  const row = (...headers: boolean[]) =>
    headers.map((isHeader) => ({ isHeader, colspan: 1, rowspan: 1, runs: [] }));
  const table = tableOf([row(true, true), row(true, false), row(true, true), row(false, false)])!;
  expect(table.headerRows).toBe(1);
  expect(table.rows.map((cells) => cells.map(({ scope }) => scope))).toEqual([
    ["column", "column"],
    ["row", null],
    ["column", "column"],
    [null, null],
  ]);
});
