/** The page of a rule of the unit's own, made from what it declares. */
import type { OwnRule } from '../core/own-rules/types.js';
import type { EvidenceKind } from '../core/system/types.js';
import type { Messages } from '../messages/index.js';
import type { PageParts } from './rule-page.js';

export function ownRulePage(own: OwnRule, { explain }: Messages): PageParts {
  const { title, why, remedy, where, name, kinds, count, of, size, formats } = own;
  const say = explain.own;
  const per = say.per[own.per];
  const kindWords = (of: readonly EvidenceKind[]) => of.map((kind) => say.kind[kind]);
  const codes = where.indicators.map(({ code }) => code);
  const isSaid = codes.length + where.kinds.length > 0 || where.files !== undefined;
  const demands = [
    ...(name.matches.length > 0 ? [say.matches({ asked: name.matches })] : []),
    ...(name.contains.length > 0 ? [say.contains({ asked: name.contains })] : []),
    ...(name.without.length > 0 ? [say.without({ words: name.without })] : []),
    ...(kinds.length > 0 ? [say.kinds({ kinds: kindWords(kinds) })] : []),
    ...(count ? [say.count({ ...count, per })] : []),
    ...(of.length > 0 ? [say.of({ kinds: kindWords(of), per })] : []),
    ...(size ? [say.size(size)] : []),
    ...(formats ? [say.formats({ formats })] : []),
  ];
  const { files } = where;
  return {
    title,
    paragraphs: [
      isSaid ? say.where({ codes, kinds: kindWords(where.kinds), files }) : say.everywhere,
      demands.map((demand) => `- ${demand}`).join('\n'),
      ...(why === undefined ? [] : [say.why({ why })]),
      ...(remedy === undefined ? [] : [say.remedy({ remedy })]),
      say.declared,
    ],
    inOrder: [],
    outOfOrder: [],
  };
}
