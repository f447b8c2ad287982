import { cleanTitle } from '../naming/clean-title.js';
import type { EvidenceKind } from '../system/types.js';
import { kindWordAtEnd, withoutTail, type KindWord } from './kind-words.js';

const BY_EXTENSION = new Map<string, EvidenceKind>(
  (
    [
      ['photo', 'jpg jpeg jpe jfif png gif bmp tif tiff heic heif webp avif'],
      ['audio', 'mp3 wav wma m4a aac flac amr ogg'],
      ['video', 'mp4 avi mov mkv wmv flv mpg mpeg m4v 3gp rm rmvb vob webm'],
      ['form', 'xls xlsx xlsm et csv ods'],
      ['link', 'url webloc'],
    ] as const
  ).flatMap(([kind, extensions]) => extensions.split(' ').map((each) => [`.${each}`, kind])),
);

/** Longer titles are read at their end only. */
const LONGEST = 100;

/**
 * The kinds of evidence that a title and an extension tell of, the surest first; empty when neither tells.
 *
 * What a thing is stands at the end of its title: `关于工作计划完成情况的报告` is a report and no plan. What a notice
 * issues is there too (`关于印发工作方案的通知`), and things joined are all there (`会议通知及签到表`).
 *
 * An image is a photo, unless its title says that it is one of a paper, a screen or a report in the press.
 *
 * @param extension - With its dot, in any case; empty when there is none.
 */
export function kindsOf(title: string, extension: string): readonly EvidenceKind[] {
  const byExtension = BY_EXTENSION.get(extension.toLowerCase());
  const words = wordsOf(title);
  if (byExtension === undefined) return words;
  if (byExtension === 'photo') return imageKinds(title, words);
  if (byExtension === 'audio' || byExtension === 'video') return [byExtension];
  return [...new Set([...words, byExtension])];
}

const SCENE = /照片|图片|合影|剪影|掠影|实景|现场/;
const PRESS = /报道|新闻|媒体|稿件|公众号|推文/;
/** Not told by a picture: 活动情况.jpg shows the activity. */
const NO_PAPER = new Set<EvidenceKind>(['report', 'opinion', 'object', 'audio', 'video']);

function imageKinds(title: string, words: readonly EvidenceKind[]): readonly EvidenceKind[] {
  const [first] = words;
  if (first === 'screenshot') return PRESS.test(title) ? ['screenshot', 'news'] : ['screenshot'];
  if (first === 'news') return ['news', 'screenshot'];
  const isPaper = first !== undefined && !NO_PAPER.has(first) && !SCENE.test(title);
  return isPaper ? words : ['photo'];
}

function wordsOf(title: string): readonly EvidenceKind[] {
  const { text, asides } = withoutAsides(cleanTitle(title.slice(-LONGEST)));
  const kinds = kindsAtEnd(text);
  if (kinds.length > 0) return kinds;
  for (const aside of asides) {
    const inAside = kindsAtEnd(aside);
    if (inAside.length > 0) return inAside;
  }
  return [];
}

const BRACKET = /[([（【〔［)\]）】〕］]/;

/** A title without what is in brackets, and that. */
function withoutAsides(title: string): { readonly text: string; readonly asides: string[] } {
  const parts = title.split(BRACKET);
  if (parts.length === 1) return { text: title, asides: [] };
  return {
    text: parts.filter((_, at) => at % 2 === 0).join(''),
    asides: parts.filter((_, at) => at % 2 === 1),
  };
}

function kindsAtEnd(text: string): readonly EvidenceKind[] {
  const kinds = new Set<EvidenceKind>();
  for (const { kinds: own } of eachHead(text)) for (const kind of own) kinds.add(kind);
  return [...kinds];
}

const JOINTS = ['及其', '及', '和', '与', '暨', '或', '、', '+', '＋', '，', '；', '/'];
const ISSUES = ['印发', '下发', '转发', '发布', '颁布', '批转'];

/** The words for what a title is of, the last one first. */
function* eachHead(text: string): Generator<KindWord> {
  let head = headOf(text);
  if (!head) return;
  yield head;
  const issued = head.before.endsWith('的') && ISSUES.some((each) => text.includes(each));
  if (issued) {
    const inner = headOf(head.before.slice(0, -1));
    if (inner) yield inner;
    return;
  }
  for (;;) {
    // 通知及签到表, 通知及会议记录; but 总结及表彰大会通知 is one notice.
    const before = beforeJoint(head.before);
    head = before === undefined ? undefined : headOf(before);
    if (!head) return;
    yield head;
  }
}

/** The word with which the text ends, and what stands before it. */
function headOf(text: string): (KindWord & { readonly before: string }) | undefined {
  for (let rest = text; rest !== '';) {
    const word = kindWordAtEnd(rest);
    if (word) return { ...word, before: rest.slice(0, -word.word.length) };
    const shorter = withoutTail(rest);
    if (shorter === rest) return undefined;
    rest = shorter;
  }
  return undefined;
}

/** What stands before a joint that is at most two signs before the end. */
function beforeJoint(text: string): string | undefined {
  for (let at = text.length; at >= text.length - 2 && at > 0; at -= 1) {
    const joint = JOINTS.find((each) => text.endsWith(each, at));
    if (joint !== undefined) return text.slice(0, at - joint.length);
  }
  return undefined;
}

/** Is it a picture by its format, whatever its title says? */
export function isPicture(extension: string): boolean {
  return BY_EXTENSION.get(extension.toLowerCase()) === 'photo';
}

/** Issued as formal documents (红头文件) too. */
const FORMAL: readonly EvidenceKind[] = ['notice', 'rule', 'plan', 'approval'];

/** Does evidence of these kinds serve where one of `wanted` is asked for? Where none is, any does. */
export function passesFor(
  kinds: readonly EvidenceKind[],
  wanted: readonly EvidenceKind[],
): boolean {
  return (
    wanted.length === 0 ||
    kinds.some(
      (kind) => wanted.includes(kind) || (FORMAL.includes(kind) && wanted.includes('document')),
    )
  );
}
