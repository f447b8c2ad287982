import type { EvidenceKind } from '../system/types.js';

/**
 * The kinds of evidence that a title and an extension tell of, the surest first; empty when neither tells.
 *
 * @param extension - With its dot, in any case; empty when there is none.
 */
export function kindsOf(title: string, extension: string): readonly EvidenceKind[] {
  if (/^\.(?:jpe?g|png|gif|bmp|tiff?|heic|webp)$/i.test(extension)) return ['photo'];
  const word = (
    [
      ['方案', 'plan'],
      ['计划', 'plan'],
      ['纪要', 'minutes'],
      ['记录', 'minutes'],
      ['总结', 'summary'],
      ['报告', 'report'],
      ['说明', 'report'],
      ['简报', 'bulletin'],
      ['报道', 'news'],
      ['通知', 'notice'],
      ['制度', 'rule'],
      ['文件', 'document'],
    ] as const
  ).find(([end]) => title.endsWith(end));
  return word ? [word[1]] : [];
}

/** Issued as formal documents too. */
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
