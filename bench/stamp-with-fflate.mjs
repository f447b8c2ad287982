// node stamp-with-fflate.mjs FROM TO: the name of every Word file in its footer, as one would write it in an afternoon.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [from, to] = process.argv.slice(2);
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml';
const RELATIONS = 'word/_rels/document.xml.rels';
let number = 0;
for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
  if (!entry.name.endsWith('.docx')) continue;
  const parts = unzipSync(readFileSync(join(entry.parentPath, entry.name)));
  const change = (name, edit) => {
    parts[name] = strToU8(edit(strFromU8(parts[name] ?? new Uint8Array())));
  };
  const name = basename(entry.name, '.docx');
  parts['word/footer9.xml'] = strToU8(
    `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>${name}</w:t></w:r></w:p></w:ftr>`,
  );
  change('word/document.xml', (xml) =>
    xml.replaceAll(
      '<w:sectPr>',
      `$&<w:footerReference xmlns:r="${OFFICE}" w:type="default" r:id="rId99"/>`,
    ),
  );
  change('[Content_Types].xml', (xml) =>
    xml.replace('</Types>', `<Override PartName="/word/footer9.xml" ContentType="${TYPE}"/>$&`),
  );
  parts[RELATIONS] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId99" Type="${OFFICE}/footer" Target="footer9.xml"/></Relationships>`,
  );
  writeFileSync(join(to, `${(number += 1)}.docx`), zipSync(parts));
}
