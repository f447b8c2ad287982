// What is changed in pdf.js when it is bundled: text is read without the programs of fonts, and no stream without end.
import { readFileSync } from 'node:fs';

/** Behind the filters of one stream: more are bombs or whole maps, and neither has text that matters. */
const MOST_DECODED = 32 * 2 ** 20;

/** Of one string between parentheses: each of its letters takes eight bytes and more. */
const MOST_LETTERS = 2 ** 20;

/** Its licence (Apache 2.0, 4b) asks for one. */
const NOTICE =
  '/*! pdf.js, changed for dangan: fonts, pictures and endless streams are not read. */';

const CHANGES = [
  // The glyphs of a composite font are numbers, and what they mean stands outside of its program: whole Chinese fonts,
  // which take hundreds of megabytes once they are read, are left where they are.
  {
    from: '(g=e.get("FontFile","FontFile2","FontFile3"),g)',
    to: '(g=i?null:e.get("FontFile","FontFile2","FontFile3"),g)',
  },
  {
    from: 'file:g,length1:w,',
    to: 'file:g,isLeftOut:i&&["FontFile","FontFile2","FontFile3"].some(key=>e.has(key)),length1:w,',
  },
  {
    from: "!n||n.isEmpty){n&&F('Font file is empty",
    to: "s.isLeftOut)return;if(!n||n.isEmpty){n&&F('Font file is empty",
  },
  // Before a page is read, all that it may need is; the programs of those fonts are not needed.
  {
    from: 'function l2(t,e){if(t instanceof _)t=t.getRawValues();',
    to: 'function l2(t,e,o){if(t instanceof _)t=neededOf(t,o);',
  },
  { from: 'l2(i,e)}if(s.length){', to: 'l2(i,e,this)}if(s.length){' },
  // Nothing is drawn: a scan has a hundred times as many bytes of pictures as of all others.
  {
    from: 'return this.shift(),i=i.makeSubStream(a,r,e),',
    to: 'return this.shift(),i=e.get("Subtype")?.name==="Image"?(r=0,new xf):i.makeSubStream(a,r,e),',
  },
  // All filters write to such a buffer, except for one that is asked first.
  {
    from: 'for(;s<e;)s*=2;const i=new Uint8Array(s);return i.set(n),this.buffer=i',
    to: `if(e>${MOST_DECODED})throw new RangeError("a stream is too long");for(;s<e;)s*=2;const i=new Uint8Array(s);return i.set(n),this.buffer=i`,
  },
  {
    from: 's.length=0;let i=this.nextChar();for(;;){let a=!1;',
    to: `s.length=0;let i=this.nextChar();for(;;){if(s.length>${MOST_LETTERS})throw new RangeError("a string is too long");let a=!1;`,
  },
  {
    from: 'for await(const c of s)r.push(c),o+=c.byteLength;',
    to: `for await(const c of s)if(r.push(c),(o+=c.byteLength)>${MOST_DECODED})throw new RangeError("a stream is too long");`,
  },
];

/** @param loader - Keeps the descriptors of composite fonts: each font is met before its own. */
function neededOf(dict, loader) {
  loader.descriptors ??= new Set();
  if (dict.has('CIDSystemInfo')) loader.descriptors.add(String(dict.getRaw('FontDescriptor')));
  if (!loader.descriptors.has(dict.objId)) return dict.getRawValues();
  const keys = [...dict.getKeys()].filter((key) => !key.startsWith('FontFile'));
  return keys.map((key) => dict.getRaw(key));
}

/** An esbuild plugin. @throws where pdf.js has not each place once: it is another version. */
export const leanPdfjs = {
  name: 'lean-pdfjs',
  setup({ onLoad }) {
    onLoad({ filter: /unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, ({ path }) => ({
      contents: changed(readFileSync(path, 'utf8')),
    }));
  },
};

function changed(source) {
  return CHANGES.reduce((text, { from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`pdf.js has not once: ${from}`);
    return text.replace(from, () => to);
  }, `${NOTICE}\n${source}\n${neededOf.toString()}`);
}
