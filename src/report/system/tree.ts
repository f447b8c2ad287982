/** A scoring system in full, indented by level, points and owners in columns by East Asian width. */
import { formatDecimal } from '../../core/system/decimal.js';
import type { Indicator, ScoringSystem } from '../../core/system/types.js';
import { hasDeductions } from '../../core/system/walk.js';
import { printable } from '../printable.js';
import {
  bandAsks,
  conditionWords,
  criterionWords,
  exemptionWords,
  MARK,
  requirementTexts,
  sampleWords,
  scoringWords,
  submissionWords,
  vetoWords,
  windowWords,
} from './words.js';
import type { TextStyle } from '../text-style.js';
import { wrap } from '../wrap.js';
import { textWidth } from '../text-width.js';

/** A closing mark may hang over the end of a line, so much. */
const HANGING = 2;

/** A label and what stands beside it; further texts stand below the first. */
type Row = readonly [label: string, texts: readonly string[]];

export function systemTree(system: ScoringSystem, style: TextStyle): string {
  const words = style.say.validate.show;
  const { labels } = words;
  const blocks = [
    [style.paint.bold(printable(system.title)), ...rowsText(headRows(system, style), '  ', style)],
    ...system.indicators.map((each) => indicatorLines(each, system, '', style)),
  ];
  if (system.bonus.length > 0) {
    blocks.push([style.paint.bold(labels[hasDeductions(system.bonus) ? 'change' : 'bonus'])]);
    blocks.push(...system.bonus.map((each) => indicatorLines(each, system, '', style)));
  }
  if (system.vetoes.length > 0) {
    const at = { system, indicator: undefined };
    blocks.push([
      style.paint.bold(labels.vetoes),
      ...system.vetoes.flatMap((veto) => [
        ...hanging('  ', '', vetoWords(veto, words), style),
        ...veto.evidence
          .flatMap((each) => requirementTexts(each, MARK, at, words))
          .flatMap((text) => hanging('    ', '', text, style)),
      ]),
    ]);
  }
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headRows(system: ScoringSystem, { say }: TextStyle): Row[] {
  const words = say.validate.show;
  const { labels, colon, list } = words;
  const named = (record: Readonly<Record<string, string>>) =>
    Object.entries(record).map(([name, value]) => `${name}${colon}${value}`);
  return [
    one(labels.issuer, system.issuer),
    one(labels.edition, system.edition),
    one(labels.source, system.source),
    one(labels.total, system.total && formatDecimal(system.total)),
    one(labels.window, system.window && windowWords(system.window, words)),
    [
      labels.windows,
      Object.entries(system.windows).map(
        ([name, window]) => `${name}${colon}${windowWords(window, words)}`,
      ),
    ],
    one(labels.grades, named(system.grades).join(list) || undefined),
    [labels.bands, system.bands.map((band) => words.band({ ...band, asks: bandAsks(band) }))],
    one(labels.rounding, system.rounding && words.rounding(system.rounding)),
    [labels.scoring, system.scoring.map((rule) => scoringWords(rule, words))],
    [
      labels.profile,
      Object.entries(system.profile).map(([field, values]) =>
        values.length === 0 ? field : `${field}${colon}${values.join(list)}`,
      ),
    ],
    one(labels.owners, named(system.owners).join(list) || undefined),
    one(
      labels.methods,
      Object.entries(system.methods)
        .map(([name, share]) => `${name} ${formatDecimal(share)}%`)
        .join(list) || undefined,
    ),
    [labels.submissions, system.submissions.map((each) => submissionWords(each, words))],
    one(labels.note, system.note),
  ];
}

function indicatorLines(
  indicator: Indicator,
  system: ScoringSystem,
  indent: string,
  style: TextStyle,
): string[] {
  const below = `${indent}  `;
  return [
    ...headLines(indicator, system, indent, style),
    ...rowsText(rowsOf(indicator, system, style), `${below}  `, style),
    ...indicator.children.flatMap((child) => indicatorLines(child, system, below, style)),
  ];
}

/** Code and name, with points and owners at the right where the line has room for them. */
function headLines(
  indicator: Indicator,
  system: ScoringSystem,
  indent: string,
  { say, columns, paint }: TextStyle,
): string[] {
  const words = say.validate.show;
  const { code, points, cap, weight, owner } = indicator;
  const facts = [
    ...(points ? [words.points({ points: formatDecimal(points) })] : []),
    ...(weight === undefined ? [] : [weight]),
    ...(cap ? [words.cap({ cap: formatDecimal(cap) })] : []),
    owner.map((name) => system.owners[name] ?? name).join(words.list),
  ].filter((fact) => fact !== '');
  const right = printable(facts.join('  '));
  const hang = indent + ' '.repeat(textWidth(code) + 1);
  const room = columns - textWidth(hang) - HANGING;
  const lines = wrap(printable(indicator.name), Math.max(20, room));
  const [first = '', ...rest] = lines;
  const head = `${indent}${code} ${first}`;
  const gap = columns - textWidth(head) - textWidth(right);
  const painted = `${indent}${paint.cyan(code)} ${paint.bold(first)}`;
  const others = rest.map((line) => hang + paint.bold(line));
  if (right === '') return [painted, ...others];
  if (gap >= 2 && rest.length === 0) return [painted + ' '.repeat(gap) + right];
  return [painted, ...others, ' '.repeat(Math.max(2, columns - textWidth(right))) + right];
}

function rowsOf(indicator: Indicator, system: ScoringSystem, { say }: TextStyle): Row[] {
  const words = say.validate.show;
  const { owners } = system;
  const at = { system, indicator };
  const { labels, list } = words;
  const { window, applies, exempt, sample, files } = indicator;
  return [
    one(labels.folder, indicator.folder),
    one(labels.period, indicator.period),
    one(labels.applies, applies && conditionWords(applies, words)),
    one(labels.supplier, indicator.supplier.join(list) || undefined),
    one(labels.marks, indicator.marks.join(list) || undefined),
    one(labels.methods, indicator.methods.join(list) || undefined),
    one(labels.standard, indicator.standard?.trim()),
    [labels.criteria, indicator.criteria.map((each) => criterionWords(each, owners, words))],
    [labels.thresholds, indicator.thresholds.map(({ name, is }) => `${name} ${is}`)],
    [labels.evidence, indicator.evidence.flatMap((each) => requirementTexts(each, '', at, words))],
    one(labels.files, files ? undefined : words.noFiles),
    one(labels.window, window && windowWords(window, words)),
    one(labels.sample, sample && sampleWords(sample, words)),
    [labels.scoring, indicator.scoring.map((rule) => scoringWords(rule, words))],
    [
      labels.exempt,
      exempt
        ? [
            exemptionWords(exempt, words),
            ...exempt.proof.flatMap((each) => requirementTexts(each, MARK, at, words)),
          ]
        : [],
    ],
    one(labels.note, indicator.note?.trim()),
  ];
}

function one(label: string, text: string | undefined): Row {
  return [label, text === undefined || text === '' ? [] : [text]];
}

function rowsText(rows: readonly Row[], indent: string, style: TextStyle): string[] {
  const present = rows.filter(([, texts]) => texts.length > 0);
  const width = Math.max(0, ...present.map(([label]) => textWidth(label)));
  return present.flatMap(([label, texts]) =>
    texts.flatMap((text, at) => {
      const said = at === 0 ? label : '';
      const padded = said + ' '.repeat(width - textWidth(said) + 2);
      return hanging(indent, padded, text, style);
    }),
  );
}

/** A label, and a text that goes on below itself. */
function hanging(indent: string, label: string, text: string, style: TextStyle): string[] {
  const hang = indent + ' '.repeat(textWidth(label));
  const lines = wrap(
    printable(text.replace(/\s+/g, ' ')),
    Math.max(20, style.columns - textWidth(hang) - HANGING),
  );
  return lines.map((line, at) => (at === 0 ? indent + style.paint.dim(label) + line : hang + line));
}
