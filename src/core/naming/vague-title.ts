import { BLANKS } from './characters.js';
import { cleanTitle } from './clean-title.js';

/** What programs and cameras call a file before a person does, lower case, without spaces. */
const MACHINE_WORDS = [
  ...['新建', '新文档', '新文件', '未命名', '无标题', '无题', '未标题', 'untitled', 'newdocument'],
  ...['文档', '文件', '附件', '图片', '照片', '图像', '视频', '录像', '录音', '音频'],
  ...[
    'document',
    'doc',
    'file',
    'image',
    'picture',
    'photo',
    'pic',
    'book',
    'sheet',
    'presentation',
  ],
  ...['工作簿', '演示文稿', '文字文稿', '幻灯片'],
  ...['img', 'dsc', 'dscn', 'dscf', 'pano', 'vid', 'video', 'mvi', 'mov', 'burst', 'wx_camera'],
  ...['微信图片', '微信视频', '微信截图', '微信文件', '微信', 'mmexport', 'wechat', 'weixin'],
  ...[
    'qq图片',
    'qq截图',
    'qq视频',
    'qq文件',
    'wps图片',
    'wps截图',
    '钉钉截图',
    'tim图片',
    'tim截图',
  ],
  ...['截图', '截屏', '屏幕截图', '屏幕快照', 'screenshot', 'snipaste', 'snip', 'capture'],
  ...['扫描件', '扫描', '扫描文件', '扫描全能王', 'scan', 'scanned', 'camscanner', 'cam'],
];

/** `新建 Microsoft Word 文档`, `新建 DOCX 文档`: what may stand between and after. */
const NEW_FILE =
  /^新建(?:microsoft|wps|office)?(?:word|excel|powerpoint|ppt|docx?|xlsx?|pptx?|文本|文字|rtf|bmp|位图|压缩\(zipped\))?(?:文档|文件夹|文件|工作表|工作簿|表格|演示文稿|演示|图像|夹)?/;

const BY_FIRST = new Map<number, string[]>();
for (const word of MACHINE_WORDS.sort((a, b) => b.length - a.length)) {
  const first = word.charCodeAt(0);
  const others = BY_FIRST.get(first);
  if (others) others.push(word);
  else BY_FIRST.set(first, [word]);
}

/** Only digits, punctuation, blanks and the units of a date or time. */
const NOTHING = new RegExp(`^[-0-9０-９_.()（）[\\]【】~:：·年月日时分秒${BLANKS}]*$`);

/**
 * How vague titles begin that are of the characters of a plain name (order.ts), as a pattern of what stands before the
 * dot and the dot: one of the above, an ASCII letter, or nothing but what says nothing and what digests are made of.
 */
export const MAY_BE_VAGUE = [
  ...MACHINE_WORDS.filter((word) => !/^[a-z]/.test(word)).map((word) => word.split('').join(' *')),
  '[A-Za-z]',
  '[-\\w（）年月日时分秒 ]*\\.',
].join('|');

/** Longer titles say something. */
const LONGEST = 80;

/**
 * Does a title say nothing of what the evidence is: `新建文档`, `IMG_20230501_0001`, `微信图片_2020…`, `扫描件0001`,
 * `20240501`? An empty one says nothing either, nor one of garbled letters.
 */
export function isVague(title: string): boolean {
  if (title.length > LONGEST) return false;
  const first = title.charCodeAt(0);
  if (NOTHING.test(title)) return true;
  if (first > 0x7f && isGarbled(title)) return true;
  // Lower case of a Latin letter; the same for all others that begin a word here.
  const words = BY_FIRST.get(first >= 0x41 && first <= 0x5a ? first + 0x20 : first);
  if (!words || !mayBegin(title, words)) return isHash(title);
  const text = withoutSpaces(cleanTitle(title)).toLowerCase();
  const fresh = NEW_FILE.exec(text);
  if (fresh && NOTHING.test(text.slice(fresh[0].length))) return true;
  return (
    words.some((word) => text.startsWith(word) && NOTHING.test(text.slice(word.length))) ||
    isHash(title)
  );
}

/** Letters that Chinese in another code page turns into: of Latin, Greek, Cyrillic, Hebrew, Arabic, and frames. */
const GARBLE = /[\u00a1-\u00ff\u0250-\u06ff\u2500-\u259f\ufffd]/g;

const MAY_BE_GARBLED = new RegExp(`${GARBLE.source}|锟斤拷`);

/** `֧ί»á¼ÇÂ¼`, `╓º╬»╗ß`, `锟斤拷`: a name that was read in the wrong code page. Words of another language have more of its letters. */
function isGarbled(title: string): boolean {
  if (!MAY_BE_GARBLED.test(title)) return false;
  if (title.includes('锟斤拷')) return true;
  const garble = title.match(GARBLE)?.length ?? 0;
  return (
    garble >= 3 && !/[\u4e00-\u9fff]/.test(title) && garble > title.replace(/[^a-z]/gi, '').length
  );
}

/**
 * Cleaning takes longer than all else here, and leaves the beginning alone but for the `Copy of` of some; the other
 * prefixes begin no word.
 */
function mayBegin(title: string, words: readonly string[]): boolean {
  const start = withoutSpaces(title).toLowerCase();
  return (
    start.startsWith('新建') ||
    start.startsWith('copyof') ||
    words.some((word) => start.startsWith(word))
  );
}

/** A digest or UUID: at least 16 hexadecimal digits and nothing else. */
function isHash(text: string): boolean {
  return text.length >= 16 && text.charCodeAt(0) < 0x80 && /^[0-9a-f_-]+$/i.test(text);
}

function withoutSpaces(text: string): string {
  return text.includes(' ') || text.includes('\u3000') ? text.replace(/[ \u3000]/g, '') : text;
}
