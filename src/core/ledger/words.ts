/**
 * The words that a ledger takes for kinds, states and sources: the keys, and what a clerk calls them. The first word
 * of each is the one that the sheet of the ledger shows; `schemas/ledger.schema.json` has them all, so that editors
 * complete them.
 */
import { kindsOf } from '../evidence/kind.js';
import { EVIDENCE_KINDS } from '../system/vocabulary.js';
import type { EvidenceKind } from '../system/types.js';
import { foldName, nearest } from '../text.js';
import type { EvidenceState, SourceKind } from './types.js';

/** Other words for the keys of a ledger than those of its sheet: what older sheets had, and what clerks say. */
export const KEY_WORDS: Readonly<Record<string, string>> = {
  日期: 'date',
  成文日期: 'date',
  材料类型: 'kind',
  材料种类: 'kind',
  类型: 'kind',
  发文字号: 'number',
  文件编号: 'number',
  责任部门: 'owner',
  科室: 'owner',
  活动: 'activity',
  节日: 'occasion',
  材料要求: 'requirements',
  退回理由: 'reason',
  提交日期: 'submitted',
  上报日期: 'submitted',
  保密级别: 'secrecy',
  核看所见: 'seen.what',
  核看人: 'seen.by',
  核看日期: 'seen.on',
  链接: 'link',
  标题: 'title',
};

interface Worded {
  readonly kind: EvidenceKind;
  readonly state: EvidenceState;
  readonly source: SourceKind;
}

export type WordedField = keyof Worded;

type Words<Key extends string> = Readonly<Record<Key, readonly [string, ...string[]]>>;

export const LEDGER_WORDS: { readonly [Field in WordedField]: Words<Worded[Field]> } = {
  kind: {
    document: ['正式文件', '文件'],
    plan: ['方案、计划', '方案', '计划'],
    notice: ['通知'],
    minutes: ['会议记录', '会议纪要'],
    summary: ['总结'],
    report: ['说明报告', '报告', '情况说明'],
    bulletin: ['简报'],
    news: ['信息报道', '报道', 'news report'],
    photo: ['图片', '照片'],
    screenshot: ['截图', '媒体截图'],
    audio: ['录音'],
    video: ['录像', '视频'],
    form: ['统计表格', '表格'],
    list: ['名单、台账', '名单', '台账', '名单台账'],
    certificate: ['证书', '证件'],
    opinion: ['评价意见'],
    statement: ['书面说明'],
    approval: ['签批件', '审批表'],
    rule: ['制度', 'rules'],
    link: ['网址'],
    object: ['实物'],
    other: ['其他', '其它'],
  },
  state: {
    draft: ['草稿'],
    submitted: ['已报送', '已提交'],
    returned: ['退回'],
    approved: ['已通过'],
  },
  source: {
    file: ['原件', '文件', 'original'],
    link: ['网址', 'address'],
    screenshot: ['截图'],
    shared: ['外单位提供', '外单位共享', 'from others'],
  },
};

export function isWorded(key: string): key is WordedField {
  return Object.hasOwn(LEDGER_WORDS, key);
}

const KEYS: { readonly [Field in WordedField]: readonly Worded[Field][] } = {
  kind: EVIDENCE_KINDS,
  state: ['draft', 'submitted', 'returned', 'approved'],
  source: ['file', 'link', 'screenshot', 'shared'],
};

const byWord = new Map<WordedField, ReadonlyMap<string, string>>();

/** The key that a word stands for, or that it is. */
export function keyOfWord<Field extends WordedField>(
  field: Field,
  text: string,
): Worded[Field] | undefined {
  let keys = byWord.get(field);
  if (!keys) {
    const words: Readonly<Record<string, readonly string[]>> = LEDGER_WORDS[field];
    keys = new Map(
      KEYS[field].flatMap((key) =>
        [key, ...(words[key] ?? [])].map((word) => [foldName(word), key]),
      ),
    );
    byWord.set(field, keys);
  }
  return keys.get(foldName(text.trim())) as Worded[Field] | undefined;
}

/** Each key with the word for it. */
export function choicesOf(field: WordedField): readonly { key: string; word: string }[] {
  const words: Readonly<Record<string, readonly string[]>> = LEDGER_WORDS[field];
  return KEYS[field].map((key) => ({ key, word: words[key]?.[0] ?? key }));
}

/** What may have been meant: the key or word that is nearest, or that holds what is there, or is held by it. */
export function meantBy(field: WordedField, text: string): string | undefined {
  const words: Readonly<Record<string, readonly string[]>> = LEDGER_WORDS[field];
  const near = likely(text, [...KEYS[field], ...Object.values(words).flat()]);
  const [kind] = near === undefined && field === 'kind' ? kindsOf(text, '') : [];
  return near ?? (kind && LEDGER_WORDS.kind[kind][0]);
}

/** The nearest word, else the only one that holds it or is held by it: `纪要` of `会议纪要`. */
export function likely(text: string, words: readonly string[]): string | undefined {
  const holding = words.filter((word) => word.includes(text) || text.includes(word));
  return nearest(text, words) ?? (holding.length === 1 ? holding[0] : undefined);
}
