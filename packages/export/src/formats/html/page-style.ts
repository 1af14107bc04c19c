/** Of a page that is kept: system fonts, both colour schemes' contrast, and paper. */
export const pageStyle = `
body { font: 1.0625rem/1.6 "Titillium Web", system-ui, sans-serif; color: #17324d; background: #fff; max-width: 50rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 2.25rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.625rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.3125rem; margin: 2rem 0 .5rem; }
h4, h5, h6 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
a { color: #0059b3; }
.print-cover { border-bottom: 4px solid #0066cc; padding-bottom: 1rem; }
.print-subtitle { font-size: 1.25rem; margin: 0; }
.print-cover dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
.print-cover dt { font-weight: 600; }
.print-cover dd { margin: 0; }
.print-contents ul { list-style: none; padding: 0; }
.print-contents-2 { padding-left: 1.5rem; }
blockquote { margin: 1rem 0; padding: 0 0 0 1rem; border-left: 4px solid #5d7083; }
.print-table { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; overflow-wrap: normal; }
caption { text-align: left; font-size: .875rem; color: #455a71; padding-bottom: .25rem; }
th, td { border: 1px solid #8c9bab; padding: .375rem .5rem; text-align: left; vertical-align: top; }
th { background: #e6eef7; }
.print-objective { border-left: 4px solid #0066cc; padding-left: 1rem; }
ins { color: #005c2e; background: #e3f5ea; text-decoration: underline; }
del { color: #a3001e; background: #fdeaec; text-decoration: line-through; }
.print-formatted { background: #fff4cc; border-bottom: 2px dotted #6b5500; }
@media print { body { max-width: none; padding: 0; } h2, h3, h4, h5, h6 { break-after: avoid; } thead { display: table-header-group; } tr { break-inside: avoid; } .print-table { overflow: visible; } }
`;
