/** Which requirements the evidence in a bundle meets, for people: in the words of `status`. */
import type { BundleCoverage, VetoProof } from '../../core/bundle/coverage/judge-coverage.js';
import { visible } from '../../core/bundle/bag/paths.js';
import { isShort } from '../../core/bundle/coverage/judge-coverage.js';
import { STATES, type StatusLeaf } from '../../core/status/status.js';
import { formatDecimal } from '../../core/system/decimal.js';
import type { BundleView } from './view.js';
import { GAP, hanging, oneLine, stateWord } from '../status/parts.js';
import { countLines } from '../status/summary.js';
import { ratioOf } from '../status/text.js';
import { lackWords } from '../status/words.js';
import { textWidth } from '../text-width.js';
import { fit, wrap } from '../wrap.js';

/** The day, the counts by state, and what they do not tell. */
export function coverageLines(
  { today, status, vetoes, proofs, reliable }: BundleCoverage,
  isPart: boolean,
  view: BundleView,
): readonly string[] {
  const { say, columns } = view;
  const { enough } = say.bundle;
  const wrapped = (lines: readonly string[]) =>
    lines.flatMap((line) => wrap(line, columns - 2)).map((line) => `  ${line}`);
  return [
    ...wrapped([
      enough.judged({ today }),
      ...countLines(status, { say }),
      ...(vetoes.length > 0 ? [enough.vetoes({ count: vetoes.length })] : []),
    ]),
    ...proofs.flatMap((each) => proofLines(each, isPart, view)),
    ...wrapped([...(isPart ? [enough.otherParts] : []), ...(reliable ? [] : [enough.unsure])]),
  ];
}

/** Where the proof is, on lines of their own: whoever looks into a veto begins there. */
function proofLines(
  { code, title, paths }: VetoProof,
  isPart: boolean,
  { say, columns }: BundleView,
): readonly string[] {
  const told = { code: oneLine(code), title: oneLine(title), isThere: paths.length > 0, isPart };
  return [
    `    ${fit(say.bundle.enough.proof(told), columns - 4)}`,
    ...paths.map((path) => `      ${visible(path)}`),
  ];
}

/** Indicators that lack something, or have too much. */
export function shortLeaves({ status }: BundleCoverage): readonly StatusLeaf[] {
  return status.leaves.filter(({ leaf }) => isShort(leaf.state));
}

/** The indicator, and each of its requirements that is not in order. */
export function shortLines({ leaf, rows }: StatusLeaf, view: BundleView): readonly string[] {
  const { say, styles: paint, columns, atMost } = view;
  const { indicator, state, lacks } = leaf;
  const style = { say, paint, columns };
  const words = { say, at: indicator, whole: atMost === Infinity };
  const points = indicator.points
    ? `  ${say.bundle.enough.points({ points: formatDecimal(indicator.points) })}`
    : '';
  const width = Math.max(...STATES.map((each) => textWidth(say.status.state[each])));
  // One line more is no longer than to say that it is left out.
  const most = words.whole || rows.length <= FEW + 1 ? rows.length : FEW;
  const left = rows.length - most;
  const line = (of: typeof state, sentences: readonly string[]) =>
    hanging(INDENT, stateWord(of, width, style), sentences, width, style);
  return [
    ...wrap(`[${oneLine(indicator.id)}] ${oneLine(indicator.name)}${points}`, columns - 4).map(
      (line) => `    ${line}`,
    ),
    ...(rows.length === 0 ? line(state, lackWords({ lacks, counts: 'files' }, words)) : []),
    ...rows.slice(0, most).flatMap(({ coverage }) => {
      const title = oneLine(coverage.requirement.title);
      const ratio = ratioOf(coverage, say);
      return line(coverage.state, [`${title}${GAP}${ratio}`, ...lackWords(coverage, words)]);
    }),
    ...(left > 0 ? [`${INDENT}${say.bundle.more({ count: left })}`] : []),
  ];
}

const INDENT = '      ';
/** Requirements of one indicator, unless all are asked for. */
const FEW = 4;
