// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { cleanPastedHtml } from "./clean-pasted-html.ts";

describe("pasting from Word", () => {
  it("keeps headings, paragraphs and the looks of words, and drops everything that is Word's", () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri"} --></style>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head>
<body lang=IT style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Piano<o:p></o:p></p>
<h1 style='margin-top:12.0pt'><a name="_Toc1"></a><span style='color:#2E74B5'>Obiettivi<o:p></o:p></span></h1>
<h2>Servizi</h2>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span style='font-size:12.0pt'>Entro
il 2026</span></b><span style='font-size:12.0pt'> l’ufficio </span><i>associato</i> e <u>ogni</u> Comune, art.&nbsp;6.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal><span style='mso-no-proof:yes'><img width=10 src="file:///C:/x.png"></span>Fine<span style='mso-hide:all;display:none'> nascosto</span></p>
<!--EndFragment--></body></html>`;
    expect(cleanPastedHtml(html)).toBe(
      "<h2>Piano</h2><h2>Obiettivi</h2><h3>Servizi</h3>" +
        "<p><strong>Entro il 2026</strong> l’ufficio <em>associato</em> e <u>ogni</u> Comune, art.\u00a06.</p><p>Fine</p>",
    );
  });

  it("makes lists of the paragraphs that Word numbers itself, without the markers it wrote into them", () => {
    const item = (level: number, marker: string, text: string) =>
      `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
    expect(
      cleanPastedHtml(
        item(1, "1.", "Primo") +
          item(2, "a)", "Sotto") +
          item(3, "§", "Ancora") +
          item(1, "2.", "Secondo") +
          item(1, "·", "Punto"),
      ),
    ).toBe(
      '<p data-kind="ordered" data-indent="0">Primo</p><p data-kind="ordered" data-indent="1">Sotto</p>' +
        '<p data-kind="bullet" data-indent="2">Ancora</p><p data-kind="ordered" data-indent="0">Secondo</p>' +
        '<p data-kind="bullet" data-indent="0">Punto</p>',
    );
  });

  it("reads the depth of a list that Word on the web writes as many", () => {
    const item = (level: number, text: string) =>
      `<div class="ListContainerWrapper"><ul class="BulletListStyle1" role="list"><li data-aria-level="${level}" aria-level="${level}" class="OutlineElement"><p class="Paragraph"><span class="TextRun"><span class="NormalTextRun">${text}</span></span><span class="EOP">&nbsp;</span></p></li></ul></div>`;
    expect(cleanPastedHtml(item(1, "uno") + item(2, "due"))).toBe(
      '<p data-kind="bullet" data-indent="0">uno</p><p data-kind="bullet" data-indent="1">due</p>',
    );
  });

  it("keeps tables, a line for each paragraph of a cell, without widths and borders", () => {
    const html = `<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse;border:none'>
 <tr style='mso-yfti-irow:0'><td width=300 colspan=2 valign=top style='width:8.0cm'><p class=MsoNormal><b>Indicatore<o:p></o:p></b></p></td></tr>
 <tr><td><p class=MsoNormal>Tempo</p><p class=MsoNormal>medio</p></td><td><p class=MsoNormal align=right>48<o:p></o:p></p></td></tr>
 <![if !supportMisalignedColumns]><tr height=0><td width=1></td><td width=2></td></tr><![endif]></table>`;
    expect(cleanPastedHtml(html)).toBe(
      '<table><tbody><tr><td colspan="2"><strong>Indicatore</strong></td></tr>' +
        "<tr><td>Tempo<br>medio</td><td>48</td></tr><tr><td></td><td></td></tr></tbody></table>",
    );
  });
});

describe("pasting from Google Docs", () => {
  it("does not take its wrapper for bold, and reads looks from styles", () => {
    const html = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal;text-decoration:none">Testo </span><span style="font-weight:700;font-style:italic;text-decoration:underline">forte</span><span style="font-weight:400"> fine</span></p><br /><ul style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">uno</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>due</span></p></li></ul></ul></b>`;
    expect(cleanPastedHtml(html)).toBe(
      "<p>Testo <strong><em><u>forte</u></em></strong> fine</p>" +
        '<p data-kind="bullet" data-indent="0">uno</p><p data-kind="bullet" data-indent="1">due</p>',
    );
  });
});

describe("pasting from LibreOffice", () => {
  it("unwraps the paragraphs of list items and keeps nested lists as indents", () => {
    const html = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 7.4"/><style type="text/css">p { line-height: 115% }</style></head>
<body lang="it-IT" link="#000080"><h1 class="western">Titolo</h1><ol><li><p style="margin-bottom: 0cm">Primo</p></li>
<li><p>Secondo</p><p>continua</p><ul><li><p><font face="Liberation Serif">Sotto</font></p></li></ul></li><li><p>Terzo</p></li></ol><p><br/></p></body></html>`;
    expect(cleanPastedHtml(html)).toBe(
      '<h2>Titolo</h2><p data-kind="ordered" data-indent="0">Primo</p><p data-kind="ordered" data-indent="0">Secondo<br>continua</p>' +
        '<p data-kind="bullet" data-indent="1">Sotto</p><p data-kind="ordered" data-indent="0">Terzo</p>',
    );
  });
});

describe("pasting from a web page or a mail", () => {
  it("keeps the text of nested boxes, once, as paragraphs", () => {
    const html = `<div class="a"><div><header>Testata</header><p>Uno <span>due</span></p>tre<section>quattro</section></div></div>`;
    expect(cleanPastedHtml(html)).toBe("<p>Testata</p><p>Uno due</p><p>tre</p><p>quattro</p>");
  });

  it("parts paragraphs at double line breaks, and keeps single ones", () => {
    expect(cleanPastedHtml("<div>uno<br>due<br><br>tre<br></div>")).toBe("<p>uno<br>due</p><p>tre</p>");
  });

  it("keeps quotes, the lines of preformatted text, and the text in frames of one cell", () => {
    expect(
      cleanPastedHtml(
        "<blockquote><p>citato</p><ul><li>voce</li></ul></blockquote><pre>a\n b</pre><table><tr><td><p>x</p><p>y</p></td></tr></table>",
      ),
    ).toBe(
      '<p data-kind="quote">citato</p><p data-kind="bullet" data-indent="0">voce</p><p>a<br> b</p><p>x</p><p>y</p>',
    );
  });

  it("pastes a few words into the line", () => {
    expect(cleanPastedHtml('<meta charset="utf-8"><span style="color:red">poche <b>parole</b></span>')).toBe(
      "poche <strong>parole</strong>",
    );
  });

  it("never indents or nests deeper than a section can", () => {
    const deep = `${"<ul><li>".repeat(9)}fondo${"</li></ul>".repeat(9)}<h6>sei</h6>`;
    expect(cleanPastedHtml(deep)).toBe('<p data-kind="bullet" data-indent="5">fondo</p><h5>sei</h5>');
  });
});

describe("[T27] pasting what is hostile", () => {
  it("keeps good links and makes plain words of dangerous ones", () => {
    expect(
      cleanPastedHtml(
        '<p><a href="https://esempio.it/?a=1&amp;b=&quot;2" onclick="x()" style="color:red">buono</a> <a href="javascript:alert(1)">cattivo</a> <a href=" data:text/html,x">peggio</a> <a name="x">senza</a></p>',
      ),
    ).toBe('<p><a href="https://esempio.it/?a=1&amp;b=%222">buono</a> cattivo peggio senza</p>');
  });

  it("drops scripts, handlers, frames, images and forms, and keeps escaped what looked like them", () => {
    expect(
      cleanPastedHtml(
        '<p onmouseover="x()">uno<script>alert(1)</script><img src=x onerror=alert(1)><iframe srcdoc="x"></iframe><svg onload="x()"></svg><input value="w"></p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p><style>*{display:none}</style>',
      ),
    ).toBe("<p>uno</p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>");
  });

  it("does not believe spans beyond reason", () => {
    expect(
      cleanPastedHtml(
        '<table><tr><td colspan="99999999">a</td><td rowspan="-1">b</td><td colspan="2 onload=x">c</td></tr></table>',
      ),
    ).toBe("<table><tbody><tr><td>a</td><td>b</td><td>c</td></tr></tbody></table>");
  });
});

it("what was copied from a section has the same headings, lists and quotes when it is pasted again", () => {
  const html =
    '<h2 data-pm-slice="1 1 []">Uno</h2><h5>Quattro</h5><ol><li>voce<ul><li>sotto</li></ul></li></ol><blockquote>citato</blockquote>';
  expect(cleanPastedHtml(html)).toBe(
    '<h2>Uno</h2><h5>Quattro</h5><p data-kind="ordered" data-indent="0">voce</p>' +
      '<p data-kind="bullet" data-indent="1">sotto</p><p data-kind="quote">citato</p>',
  );
});
