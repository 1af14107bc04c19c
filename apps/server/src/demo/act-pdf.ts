/** A page of A4 with these lines, the first as its heading: the same bytes for the same lines. */
export function actPdf([heading = "", ...lines]: readonly string[]): Buffer {
  const text = [
    "BT /F1 20 Tf 72 740 Td",
    `(${escaped(heading)}) Tj`,
    "/F1 12 Tf 18 TL 0 -40 Td",
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    "ET",
  ].join("\n");
  return pdfOf([
    "<< /Type /Catalog /Pages 2 0 R /Lang (it-IT) >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ]);
}

/** With the table of where each object begins. In Latin-1 a letter is a byte, so lengths are places. */
function pdfOf(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + table + end, "latin1");
}

function escaped(line: string): string {
  return line.replaceAll(/[\\()]/g, (sign) => `\\${sign}`);
}
