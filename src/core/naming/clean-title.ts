import { isSpace } from './characters.js';

const NUMERAL = '[一二三四五六七八九十\\d]';

/** Words that tell of a copy or a version wherever a title ends with them. */
const STRONG = [
  '最*最终(?:修改|修订|确定|确认|审定)?(?:版本|版|稿|定稿)?',
  '最*终极?(?:版本|版|稿)',
  '最后(?:一版|定稿|版|稿)',
  '(?:修改|修订|改定|审定|确定|确认|定稿|最新|正式)(?:版|稿)',
  '定稿',
  `(?<![\\d〇零一二三四五六七八九十])第?${NUMERAL}{1,2}稿`,
  '(?<![证照书])副本',
  '拷贝',
  '复件',
  '(?<![a-z])(?:final(?: version| draft| copy)?|copy)',
].join('|');
const VERSION = 'v(?:er)?\\.?\\d{1,2}(?:\\.\\d{1,2}){0,2}';
/** Words that may belong to the title as well: `工作制度修改`, `问题整改`. What stands before them decides. */
const CHANGED = `(?:第?${NUMERAL}{1,2}次)?(?:再次?|又|已|重新|最新)?(?:修改|修订|改)(?:好|后|过|完)?|${NUMERAL}{1,2}改|最新|已更新`;
/** What programs put into brackets by themselves. */
const BY_PROGRAMS = '已自动还原|自动恢复|自动保存的?|已恢复|兼容模式|只读';

/** `最终版`, `最终版2`, `最终版_v3`, `final`: with the blanks and dashes before it. */
const ENDS_IN_VERSION = new RegExp(`(?:${STRONG})(?:[\\s_-]*v)?\\d{0,3}$`);
/** `改3` `修改` `v2`: with what is before it, if that tells that it is no part of the title. */
const ENDS_IN_CHANGE = new RegExp(
  `(?<mark>(?:${CHANGED})(?<number>\\d{0,3})|(?<version>${VERSION}))$`,
);
const IS_MARK = new RegExp(
  `^\\s*(?:\\d{1,2}|(?:${STRONG})(?:[\\s_-]*v)?\\d{0,3}|(?:${CHANGED})\\d{0,3}|${VERSION}|${BY_PROGRAMS})\\s*$`,
);
const BEGINS_WITH_VERSION = new RegExp(`^(?:${STRONG})\\d{0,3}[\\s_-]+`);
const BEGINS_WITH_COPY = /^(?:copy of |(?:副本|复件)[-_ ])[\s_-]*/;
/** Papers that are revised, and so numbered: `工作计划改3`. */
const PAPER =
  /(?:计划|方案|总结|报告|通知|纪要|制度|办法|名单|表|稿|版|材料|意见|记录|预案|要点|汇报|简报|讲话|发言|清单|台账|规划|细则|函|请示|批复|决定|公告|简介|申请|信息|心得|体会|文件|目录|情况|章程|规定|守则|标准|措施)$/;

/** No mark is longer; what comes before is not looked at. */
const LONGEST = 32;

/**
 * A title without what copying and saving again left on it: `(1)`, `（2）`, `副本`, ` - Copy`, `最终版2`, `（定稿）（最终）改3`,
 * `【终稿】` before it.
 *
 * A number in brackets that may be a year stays, and so does `副本` of a licence (`营业执照副本`, `证书副本`), and what a
 * paper is (`征求意见稿`, `草稿`, `问题整改`, `工作制度修改`). When nothing would be left the title stays as it is.
 */
export function cleanTitle(title: string): string {
  const whole = trimEnds(title);
  // One character for one, so that places in it are places in the title.
  const plain = whole
    .replace(/[\uff01-\uff5e]/g, narrow)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  let from = 0;
  let to = whole.length;
  for (;;) {
    const nextFrom = afterPrefix(plain, from, to);
    const nextTo = beforeSuffix(plain, nextFrom, to);
    if (nextFrom === from && nextTo === to) return whole.slice(from, to);
    from = nextFrom;
    to = nextTo;
  }
}

function narrow(sign: string): string {
  return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
}

function trimEnds(title: string): string {
  let from = 0;
  let to = title.length;
  while (from < to && isSpace(title.charCodeAt(from))) from += 1;
  while (to > from && isSpace(title.charCodeAt(to - 1))) to -= 1;
  return title.slice(from, to);
}

/** Where the title begins when its first mark of a copy is left out; `from` when it has none, or is nothing else. */
function afterPrefix(title: string, from: number, to: number): number {
  const head = title.slice(from, Math.min(from + LONGEST, to));
  const word = (BEGINS_WITH_COPY.exec(head) ?? BEGINS_WITH_VERSION.exec(head))?.[0].length ?? 0;
  let at = from + (word || bracketAt(head));
  if (at === from) return from;
  while (at < to && isJoint(title.charCodeAt(at))) at += 1;
  return at < to ? at : from;
}

/** `【终稿】`, `(最终版)`: a number before a title is no mark of a copy. */
function bracketAt(head: string): number {
  const [bracket = '', inner = ''] = /^[([【]([^()[\]【】]*)[)\]】]/.exec(head) ?? [];
  return IS_MARK.test(inner) && !/^\s*\d+\s*$/.test(inner) ? bracket.length : 0;
}

/** Where the title ends when its last mark of a copy is left out; `to` when it has none, or is nothing else. */
function beforeSuffix(title: string, from: number, to: number): number {
  const end = isClosing(title.charAt(to - 1))
    ? beforeBracket(title, from, to)
    : beforeWord(title, from, to);
  if (end === to) return to;
  let at = end;
  while (at > from && isJoint(title.charCodeAt(at - 1))) at -= 1;
  return at > from ? at : to;
}

/** `(1)`, `（最终版）`: one or two digits, or a mark. */
function beforeBracket(title: string, from: number, to: number): number {
  const lowest = Math.max(from, to - LONGEST);
  const open = Math.max(...['(', '[', '【'].map((sign) => title.lastIndexOf(sign, to - 2)));
  return open >= lowest && IS_MARK.test(title.slice(open + 1, to - 1)) ? open : to;
}

/** `最终版2`, `最终版_v3`, ` - 副本`, `_final`; `改3` where it is no part of the title. */
function beforeWord(title: string, from: number, to: number): number {
  const tail = title.slice(Math.max(from, to - LONGEST), to);
  const version = ENDS_IN_VERSION.exec(tail);
  if (version) return to - version[0].length;
  const { mark = '', number = '', version: told } = ENDS_IN_CHANGE.exec(tail)?.groups ?? {};
  if (mark === '') return to;
  const at = to - mark.length;
  const before = tail.slice(0, -mark.length);
  const isApart = told === undefined ? /[\s_-]$/.test(before) : before.endsWith('_');
  const isNumbered = number !== '' || told !== undefined;
  // 终稿最新: one mark behind another.
  const isBehindMark = ENDS_IN_VERSION.test(before);
  const isPaper = isNumbered && PAPER.test(before.replace(/[\s-]+$/, ''));
  return isApart ||
    isPaper ||
    isBehindMark ||
    (isClosing(before.at(-1)) && beforeBracket(title, from, at) < at)
    ? at
    : to;
}

/** Space, `-` or `_` between a title and its mark. */
function isJoint(code: number): boolean {
  return isSpace(code) || code === 0x2d || code === 0x5f || code === 0x2014;
}

function isClosing(sign: string | undefined): boolean {
  return sign !== undefined && sign !== '' && ')]】'.includes(sign);
}
