/** The signs of the toolbar, drawn in lines on a square of 24. Their buttons say in words what they mean. */
const drawings = {
  undo: ["M8 5 4 9l4 4", "M4 9h9a6 6 0 0 1 0 12h-3"],
  redo: ["m16 5 4 4-4 4", "M20 9h-9a6 6 0 0 0 0 12h3"],
  paragraph: ["M13 4v16", "M17 4v16", "M19 4H10a4 4 0 0 0 0 8h3"],
  quote: ["M5 7h4v5a4 4 0 0 1-4 4", "M14 7h4v5a4 4 0 0 1-4 4"],
  bullet: ["M9 6h11", "M9 12h11", "M9 18h11", "M4 6h.5", "M4 12h.5", "M4 18h.5"],
  ordered: [
    "M10 6h10",
    "M10 12h10",
    "M10 18h10",
    "M4 4.5 5.5 4v4",
    "M4 13c1.500-1.500 3 0 1.500 1.500L4 16.500h2.500",
  ],
  indent: ["M4 5h16", "M12 12h8", "M4 19h16", "m4 9 4 3-4 3"],
  outdent: ["M4 5h16", "M12 12h8", "M4 19h16", "m8 9-4 3 4 3"],
  bold: ["M7 5h6a3.500 3.500 0 0 1 0 7H7z", "M7 12h7a3.500 3.500 0 0 1 0 7H7z"],
  italic: ["M10 5h7", "M7 19h7", "m14 5-4 14"],
  underline: ["M7 4v7a5 5 0 0 0 10 0V4", "M6 20h12"],
  link: [
    "M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.500-5.500L12 7.500",
    "M14 10a4 4 0 0 0-6-.5l-3 3A4 4 0 0 0 10.500 18L12 16.500",
  ],
  part: ["M6 3h9l4 4v14H6z", "M15 3v4h4", "M9 14h6", "m12.500 11 3 3-3 3"],
  table: ["M4 5h16v14H4z", "M4 10h16", "M12 10v9"],
  objective: ["M12 3a9 9 0 1 0 9 9", "M12 8a4 4 0 1 0 4 4", "m12 12 8-8", "M17 4v3h3"],
  rowAfter: ["M4 4h16v7H4z", "M12 14v6", "M9 17h6"],
  rowBefore: ["M4 13h16v7H4z", "M12 4v6", "M9 7h6"],
  rowDelete: ["M4 4h16v7H4z", "m9 14 6 6", "m15 14-6 6"],
  columnAfter: ["M4 4h7v16H4z", "M14 12h6", "M17 9v6"],
  columnBefore: ["M13 4h7v16h-7z", "M4 12h6", "M7 9v6"],
  columnDelete: ["M4 4h7v16H4z", "m14 9 6 6", "m20 9-6 6"],
  headerRow: ["M4 5h16v14H4z", "M4 8h16", "M4 11h16", "M12 11v8"],
  tableDelete: ["M4 5h9", "M4 5v14h16v-6", "m16 4 5 5", "m21 4-5 5"],
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="section-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {drawings[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
