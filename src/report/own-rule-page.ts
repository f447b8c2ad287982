/** The page of a rule of the unit's own, made from what it declares. */
import type { OwnRule } from '../core/own-rules/types.js';
import type { Messages } from '../messages/index.js';
import type { PageParts } from './rule-page.js';

export function ownRulePage(own: OwnRule, { explain, validate }: Messages): PageParts {
  const { title, why, remedy, where, name, count, size, formats } = own;
  const say = explain.own;
  const codes = where.indicators.map(({ code }) => code);
  const isSaid = codes.length + where.kinds.length > 0 || where.files !== undefined;
  const demands = [
    ...(name.matches.length > 0 ? [say.matches({ asked: name.matches })] : []),
    ...(name.contains.length > 0 ? [say.contains({ asked: name.contains })] : []),
    ...(name.without.length > 0 ? [say.without({ words: name.without })] : []),
    ...(count ? [say.count(count)] : []),
    ...(size ? [say.size(size)] : []),
    ...(formats ? [say.formats({ formats })] : []),
  ];
  const kinds = where.kinds.map((kind) => validate.show.kinds[kind]);
  const { files } = where;
  return {
    title,
    paragraphs: [
      isSaid ? say.where({ codes, kinds, files }) : say.everywhere,
      demands.map((demand) => `- ${demand}`).join('\n'),
      ...(why === undefined ? [] : [say.why({ why })]),
      ...(remedy === undefined ? [] : [say.remedy({ remedy })]),
      say.declared,
    ],
    inOrder: [],
    outOfOrder: [],
  };
}
