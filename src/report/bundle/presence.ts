/** Whether there is evidence for each indicator, for people: under a heading of its own, apart from the verdict. */
import { isSigned, isWhole } from '../../core/bundle/judge/advice.js';
import type { VerifyReport } from '../../core/bundle/judge/judge.js';
import { namedBeside, type OtherPart } from '../../core/bundle/part.js';
import { visible } from '../../core/bundle/bag/paths.js';
import type { EmptyIndicator } from '../../core/bundle/index/presence.js';
import type { Messages } from '../../messages/index.js';
import { coverageLines, shortLeaves, shortLines } from './coverage.js';
import type { BundleView } from './view.js';
import { fit, wrap } from '../wrap.js';

/** Of a long list of empty indicators, unless all are asked for, and then with what they ask for. */
const FEW = 5;

export function presenceText(report: VerifyReport, view: BundleView): string {
  const { presence, holds } = report;
  if (presence === undefined || presence.asking === 0) return '';
  const { say, styles, columns } = view;
  const { enough } = say.bundle;
  const coverage = report.coverage === 'left' ? undefined : report.coverage;
  const { asking, empty, points, pointless, outside } = presence;
  const count = empty.length;
  const codes = report.share?.asked.indicators ?? [];
  const lines = [
    ...(presence.part ? [enough.part(presence.part)] : []),
    ...(codes.length > 0 ? [enough.asked({ codes: codes.map(visible) })] : []),
    count === 0 ? enough.all({ asking }) : enough.some({ asking, count, points, pointless }),
    ...(outside > 0 ? [enough.outside({ count: outside })] : []),
    ...(presence.reliable ? [] : [enough.doubtful]),
  ];
  // Of a bundle that will be sent again the number is enough.
  const most = holds ? FEW : 0;
  // What has no file lacks evidence: it is listed once, with what it lacks.
  const listed = coverage
    ? shortLeaves(coverage).map((each) => shortLines(each, view))
    : empty.map((each) => emptyLines(each, view));
  const shown = view.atMost === Infinity ? listed : listed.slice(0, most);
  const left = listed.length - shown.length;
  return [
    `${styles.bold(enough.title)}${styles.dim(enough.apart)}`,
    ...lines.flatMap((line) => wrap(line, columns - 2)).map((line) => `  ${line}`),
    ...(coverage ? coverageLines(coverage, presence.part !== undefined, view) : []),
    ...shown.flat(),
    ...(left > 0 && holds ? [`    ${say.bundle.more({ count: left })}`] : []),
    ...(report.coverage === 'left' ? [`  ${enough.left}`] : []),
    ...wrap(coverage ? enough.unopened : enough.only, columns - 2).map(
      (line) => `  ${styles.dim(line)}`,
    ),
  ].join('\n');
}

function emptyLines(each: EmptyIndicator, { say, styles, columns, atMost }: BundleView): string[] {
  const { enough } = say.bundle;
  const points =
    each.points === undefined ? '' : `  ${enough.points({ points: visible(each.points) })}`;
  const title = `    [${visible(each.path)}] ${visible(each.name)}${points}`;
  const asks = each.asks.map(visible);
  if (asks.length === 0 || atMost !== Infinity) return [title];
  return [title, `      ${styles.dim(fit(enough.asks({ asks }), columns - 6))}`];
}

/** Of a group of many parts. */
const MANY = 20;

function otherWords(name: string, holds: OtherPart['holds'], { marks }: Messages): string {
  return [visible(name), holds.map(visible).join(marks.list)]
    .filter((words) => words !== '')
    .join('  ');
}

/** What nobody has looked at: never a pass for what was not checked. */
export function notCheckedText(
  report: VerifyReport,
  file: string,
  { say, styles, columns }: BundleView,
): string {
  if (!report.read) return '';
  const { notChecked } = say.bundle;
  const lines = [
    ...(report.share ? [say.spotCheck.rest] : []),
    ...((report.holds || isWhole(report)) && !isSigned(report)
      ? [notChecked.sender({ digest: report.digest !== undefined, ours: report.ours })]
      : []),
    notChecked.contents,
    ...(report.presence?.part ? [notChecked.otherParts(report.presence.part)] : []),
  ];
  const bullet = (line: string) => {
    const [first = '', ...rest] = wrap(line, columns - 4);
    return [`  · ${first}`, ...rest.map((each) => `    ${each}`)];
  };
  const { group, others = [] } = report.part ?? {};
  const own = report.info.find(([label]) => label.toLowerCase() === 'external-identifier')?.[1];
  const called = (name: string) => namedBeside(name, { group, own: own ?? '', file });
  return [
    styles.bold(notChecked.title),
    ...lines.flatMap(bullet),
    ...others
      .slice(0, MANY)
      .map(({ name, holds }) => fit(otherWords(called(name), holds, say), columns - 6))
      .map((line) => `      ${line}`),
  ].join('\n');
}
