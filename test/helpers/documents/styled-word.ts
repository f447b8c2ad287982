/** Word documents whose ordinary text is anything but ordinary: a footer of ours is to look the same in all of them. */
import {
  documentXml,
  paragraph,
  relation,
  relationsXml,
  section,
  typesXml,
  W,
  wordParts,
  zipOf,
} from './word.js';

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const LINE = 'w:val="double" w:sz="12" w:space="4" w:color="FF0000"';
const SHADE = '<w:shd w:val="pct50" w:color="00FF00" w:fill="FFCC00"/>';
const BLOCK =
  '<w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' +
  `<w:pBdr><w:top ${LINE}/><w:left ${LINE}/><w:bottom ${LINE}/><w:right ${LINE}/><w:between ${LINE}/></w:pBdr>${SHADE}` +
  '<w:bidi/><w:spacing w:before="400" w:beforeLines="200" w:after="400" w:afterLines="200" w:line="720" w:lineRule="auto"/>' +
  '<w:ind w:left="1440" w:leftChars="400" w:right="1440" w:hanging="720"/><w:contextualSpacing/><w:mirrorIndents/>' +
  '<w:jc w:val="distribute"/><w:textAlignment w:val="top"/><w:outlineLvl w:val="0"/>';
const LETTERS =
  '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:eastAsia="黑体" w:cs="Arial"/><w:b/><w:i/><w:caps/><w:strike/><w:outline/><w:shadow/>' +
  '<w:color w:val="FF0000"/><w:spacing w:val="100"/><w:w w:val="200"/><w:position w:val="20"/><w:sz w:val="72"/><w:szCs w:val="72"/>' +
  `<w:highlight w:val="yellow"/><w:u w:val="double"/><w:bdr ${LINE}/>${SHADE}<w:vertAlign w:val="superscript"/><w:rtl/><w:em w:val="dot"/>` +
  '<w:lang w:val="ar-SA" w:eastAsia="ja-JP" w:bidi="he-IL"/><w:eastAsianLayout w:id="1" w:vert="1"/>';

const style = (content: string) =>
  `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>${content}</w:style>`;
const defaults = (block: string, letters: string) =>
  `<w:docDefaults><w:rPrDefault><w:rPr>${letters}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${block}</w:pPr></w:pPrDefault></w:docDefaults>`;
const LIST =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

function styled(styles: string): Buffer {
  return zipOf({
    ...wordParts({}),
    '[Content_Types].xml': typesXml({
      'word/document.xml': `${MAIN}.document.main+xml`,
      'word/styles.xml': `${MAIN}.styles+xml`,
      'word/numbering.xml': `${MAIN}.numbering+xml`,
    }),
    'word/_rels/document.xml.rels': relationsXml(
      relation('rId1', 'styles', 'styles.xml') + relation('rId2', 'numbering', 'numbering.xml'),
    ),
    'word/document.xml': documentXml(paragraph('正文') + section()),
    'word/styles.xml': `<w:styles xmlns:w="${W}">${styles}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${W}">${LIST}</w:numbering>`,
  });
}

export const EXTRAORDINARY: Readonly<Record<string, Buffer>> = {
  'ordinary text that is a framed list': styled(style(`<w:pPr>${BLOCK}</w:pPr>`)),
  'ordinary letters that are large, lined and turned': styled(style(`<w:rPr>${LETTERS}</w:rPr>`)),
  'ordinary text that is hidden': styled(
    style('<w:rPr><w:vanish/><w:smallCaps/><w:emboss/></w:rPr>'),
  ),
  'defaults of all kinds': styled(defaults(BLOCK, LETTERS) + style('')),
};
