// A Word file from plain paragraphs: the least of Office Open XML that Word, LibreOffice and Pandoc
// read, in a zip without compression.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/**
 * The bytes of a Word file.
 *
 * `paragraphs` are `{ style, runs }`; a style is "Title", "Heading1", "Heading2", "Quote", "Small" or
 * ""; a run is `{ text, bold, href }`.
 */
export function docx(title, paragraphs) {
  const links = [];
  const body = paragraphs.map(({ style, runs }) => paragraph(style, runs, links)).join("");
  return zip({
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": relationships([
      ["officeDocument", `${OFFICE}/officeDocument`, "word/document.xml"],
      ["core", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
    "word/document.xml": `${HEAD}<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    "word/styles.xml": styles(),
    "word/_rels/document.xml.rels": relationships([
      ["styles", `${OFFICE}/styles`, "styles.xml"],
      ...links.map((href, number) => [`link${number}`, `${OFFICE}/hyperlink`, href]),
    ]),
  });
}

function paragraph(style, runs, links) {
  const named = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${named}${runs.map((one) => run(one, links)).join("")}</w:p>`;
}

function run({ text, bold, href }, links) {
  const looks = (href ? '<w:rStyle w:val="Link"/>' : "") + (bold ? "<w:b/>" : "");
  const lines = text.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  const made = `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}${lines.join("<w:br/>")}</w:r>`;
  if (!href) return made;
  return `<w:hyperlink r:id="link${links.push(href) - 1}">${made}</w:hyperlink>`;
}

function styles() {
  const font = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>';
  const style = (id, name, spacing, looks, level = "") =>
    `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${spacing}${level && `<w:outlineLvl w:val="${level}"/>`}</w:pPr><w:rPr>${looks}</w:rPr></w:style>`;
  const size = (half) => `<w:sz w:val="${half}"/>`;
  return `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>${font}${size(22)}<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style("Normal", "Normal", '<w:spacing w:after="120"/>', ""),
    style("Title", "Title", '<w:spacing w:after="240"/>', `<w:b/>${size(40)}`),
    style("Heading1", "heading 1", '<w:keepNext/><w:spacing w:before="360" w:after="120"/>', `<w:b/>${size(30)}`, "0"),
    style("Heading2", "heading 2", '<w:keepNext/><w:spacing w:before="280" w:after="80"/>', `<w:b/>${size(25)}`, "1"),
    style("Quote", "Quote", '<w:ind w:left="567"/>', "<w:i/>"),
    style("Small", "Small", "", `<w:color w:val="555555"/>${size(18)}`),
  ].join("")}<w:style w:type="character" w:styleId="Link"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0F5E4C"/><w:u w:val="single"/></w:rPr></w:style></w:styles>`;
}

function relationships(all) {
  const outside = (kind) => (kind.endsWith("/hyperlink") ? ' TargetMode="External"' : "");
  const each = all.map(([id, kind, target]) => `<Relationship Id="${id}" Type="${kind}" Target="${escaped(target)}"${outside(kind)}/>`);
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as they may stand in XML, without the signs that may not stand there at all. */
function escaped(words) {
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => SIGNS[sign]);
}

/** A zip of texts by their paths, nothing compressed, always of the same day. */
export function zip(files) {
  const pieces = [];
  const index = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const name = new TextEncoder().encode(path);
    const content = new TextEncoder().encode(text);
    const told = numbers([
      [20, 2], [0x0800, 2], [0, 2], [0, 2], [0x21, 2],
      [checksum(content), 4], [content.length, 4], [content.length, 4], [name.length, 2], [0, 2],
    ]);
    pieces.push(numbers([[0x04034b50, 4]]), told, name, content);
    index.push(numbers([[0x02014b50, 4], [20, 2]]), told, numbers([[0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), name);
    at += 4 + told.length + name.length + content.length;
  }
  const size = index.reduce((sum, piece) => sum + piece.length, 0);
  const count = Object.keys(files).length;
  const end = numbers([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [at, 4], [0, 2]]);
  return new Blob([...pieces, ...index, end], { type: `${TYPE}.document` });
}

/** Numbers, each in so many bytes, the smallest byte first. */
function numbers(all) {
  const bytes = [];
  for (const [number, width] of all) {
    for (let place = 0; place < width; place += 1) bytes.push((number >>> (8 * place)) & 0xff);
  }
  return new Uint8Array(bytes);
}

/** CRC-32, as zip wants it. */
function checksum(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
