/** What is wrong with a file that people edit: what is there, what was expected, what to do. */
import { isHidden } from '../faults.js';
import type { Form, PerWord, SchemaFault, Thing, ValueType, YamlFault } from '../faults.js';

const TYPES: Readonly<Record<ValueType, string>> = {
  text: 'text',
  number: 'a number',
  truth: 'true or false',
  list: 'a list (each line begins with “- ”)',
  mapping: '“key: value” lines below it',
};

const FORMS: Readonly<Record<Form, string>> = {
  range: 'a number such as 2, 2..3, 2.. (at least) or ..12 (at most)',
  'decimal-range': 'a range of points such as 1..2',
  percent: 'a percentage such as 66%',
  day: 'a date such as 2020-01-01, 2020-01 or 2020',
  period: 'a year, half-year, quarter or month such as 2020, 2020-H1, 2020-Q1 or 2020-03',
  points: 'a number of at least 0, such as 6 or 0.5',
  decimal: 'a plain number such as 6 or 0.5',
  'no-share': 'points such as 80, not a share of them',
  values:
    'a list of what it can be, such as [office, school], or [] for anything; what the unit is stands below unit.profile in dangan.yaml',
  names: 'a list of names: commas between them, square brackets around',
  window: 'a stretch of time such as 2018..2020 or 2018-01-01..2020-12-31',
  'whole-number': 'a whole number of at least 0',
  date: 'a date such as 2020-03-12, 2020-03, 2020-Q1, 2020 or 2020-03-12..2020-03-14',
  'one-day': 'one day such as 2020-03-12',
  sha256: 'a digest of 64 hexadecimal digits; dangan writes it, the line may be deleted',
  measure: 'a number such as 4 or 40 books, or a share such as 90%; ≤5% where less is better',
  other: 'written in another way (rest the mouse on the key in the editor to see how)',
};

const THINGS: Readonly<Record<Thing, string>> = {
  owner: 'owner',
  window: 'window',
  indicator: 'indicator',
  evidence: 'requirement',
  occasion: 'occasion',
  file: 'file',
  criterion: 'criterion',
  grade: 'grade',
  mark: 'mark or indicator',
  'profile-field': 'profile field',
  'profile-value': 'profile value',
};

const guess = (nearest: string | undefined) => (nearest ? `; did you mean “${nearest}”?` : '');

/** What there is, after what there is not. */
function choices(nearest: string | undefined, known: readonly string[] = []): string {
  return known.length === 0 ? '' : `${nearest ? ' ' : '; '}there is: ${known.join(', ')}`;
}

function yaml(d: YamlFault): string {
  switch (d.fault) {
    case 'encoding':
      return d.encoding === 'GBK'
        ? 'Saved as GBK (ANSI), expected UTF-8: choose “Save as” in the editor, encoding UTF-8'
        : 'Not text in UTF-8: choose “Save as” in the editor, encoding UTF-8';
    case 'binary':
      if (d.of === 'office')
        return 'This is a Word or Excel file or a zip, whatever its ending: write what it says into a text file in UTF-8, as the examples have it';
      return d.of === 'pdf'
        ? 'This is a PDF, whatever its ending: write what it says into a text file in UTF-8, as the examples have it'
        : 'Not a text file: this should be YAML text in UTF-8';
    case 'line-ends':
      return 'Lines end in CR, as only old programs write them, so that all is one line: change line ends to LF or CRLF in your editor, and save';
    case 'empty':
      return 'There is nothing in the file: start from one of the examples';
    case 'too-large':
      return `The file has ${d.megabytes} MB, more than 4 MB, and was not read: is it the right file?`;
    case 'too-many':
      return 'More entries than any real file has; not read to the end: is it the right file?';
    case 'too-deep':
      return 'Nested more than 200 levels deep; not read further: check brackets and indentation here';
    case 'alias-bomb':
      return 'Aliases (*) of aliases grow beyond any real size; left out: write the content itself';
    case 'alias-cycle':
      return 'This alias (*) stands inside what it names; left out: write the content itself';
    case 'alias-unknown':
      return `“*${d.name}” is an alias in YAML, and there is no “&${d.name}” before it: put text that begins with * in quotes`;
    case 'merge-key':
      return 'Merging with “<<” is not supported; left out: write the content itself';
    case 'tab':
      return 'Indented with a tab, YAML takes spaces only: use spaces';
    case 'documents':
      return 'A second document begins here (after --- or ...) and was not read: one file holds one document';
    case 'key-not-text':
      return 'A key should be text, this is a list or mapping; left out: put text that begins with [ or { in quotes';
    case 'tag':
      return 'A tag (!) means nothing here: take it out, or put text that begins with ! in quotes';
    case 'duplicate-key':
      return `“${d.key}” is already on line ${d.line}; this one was left out: merge them or take one out`;
    case 'dash-missing':
      return `“${d.key}” is in the item on line ${d.line} already, so this looks like the next item without its “- ”: write “- ${d.key}: …” below the “- ” of the one before. It was not read`;
    case 'fullwidth-colon':
      return `Full-width colon “：” after “${d.key}”: write “${d.key}: ” (ASCII colon and a space)`;
    case 'colon-space':
      return `No space after the colon of “${d.key}:”: write “${d.key}: ”`;
    case 'colon-missing':
      return `No colon and no value after “${d.key}”: write “${d.key}: value”, or take it out`;
    case 'fullwidth-comma':
      return `Full-width “${d.key}” between entries in brackets: write “, ” (ASCII comma and a space)`;
    case 'fullwidth-mark':
      return /[“”‘’＂＇]/.test(d.key)
        ? `${d.key} is no quotation mark to YAML, and the text holds signs that need quotes: write " at both ends`
        : `${d.key} is no bracket to YAML: write [ ] round a list, { } round “key: value”`;
    case 'merge-conflict':
      return 'A git merge was left unfinished here, and both versions stand between <<<<<<< and >>>>>>>: `dangan merge` puts ledgers, scores and waivers together; in other files keep one and take the marks out';
    case 'quote':
      return 'A quotation mark has no partner: add the other one';
    case 'bracket':
      return 'A bracket or brace has no partner, or a comma or the indentation inside is missing';
    case 'after-value':
      return "The quotation marks or brackets are closed here, and text follows: put the whole into single quotes, '…'";
    case 'odd-blank':
      return 'This blank is full-width, or one that keeps words together; YAML knows ordinary blanks only: write one';
    case 'list-sign':
      return d.key === '-'
        ? 'The hyphen of an item of a list needs a blank behind it: write “- ”'
        : `Items of a list begin with “- ”, a hyphen and a blank; here stands “${d.key}”`;
    case 'remark-sign':
      return `Remarks begin with “#”; here stands “${d.key}”`;
    case 'dash-lost':
      return 'The item above begins with “- ”, and this one does not: add it, below the one above';
    case 'fence':
      return '``` is a mark of Markdown, not of YAML: take this line out, and the one at the end';
    case 'escape':
      return 'A backslash inside double quotes is written wrongly: use single quotes for text with backslashes';
    case 'indent':
      return 'The indentation does not agree with the lines around it: align lines of one level';
    case 'key':
      return 'Expected “key: value”: check the colon, the indentation, and text that holds “: ” or “#” (put it in quotes)';
    case 'start':
      return 'Text cannot begin with this sign: put the whole text in quotes';
    case 'syntax':
      return `Not YAML (${d.words}): check indentation, quotes and brackets here`;
  }
}

/** As most systems have it; for the writer to change. */
const TAKES = {
  average: 'write middle (without the highest and the lowest), or how many of the best, such as 3',
  choose: 'write how many, such as 2',
  tiers:
    'write highest, all (added up), between (in proportion between two tiers), or how many, such as 2',
};

const PER_WORDS: Readonly<Record<PerWord, string>> = {
  missing: 'for each missing piece, counted by the program',
  late: 'for each late piece, counted by the program',
  occurrence: 'each time it happens',
};

const SHARES = ['100%', '66%', '33%'];

/** Of more than these, the one that is meant is enough. */
const FEW = 4;

/** How what is there should be written. */
function writtenSo({ key, expected, found }: Extract<SchemaFault, { wrong: 'type' }>): string {
  if (expected.includes('truth') && /^(?:是|有|对|yes|y|on)$/iu.test(found)) return ': write true';
  if (expected.includes('truth') && /^(?:否|无|没有|不|no|n|off)$/iu.test(found))
    return ': write false';
  if (found === '' || found.length > 30) return '';
  if (['evidence', 'of', 'either'].includes(key))
    return `, such as ${expected.includes('list') ? '[' : ''}{ title: ${found} }${expected.includes('list') ? ']' : ''}`;
  return key === 'owners' ? ', such as { office: Office }' : '';
}

function schema(d: SchemaFault): string {
  switch (d.wrong) {
    case 'unknown-key':
      return isHidden(d)
        ? `There are characters in “${d.nearest ?? ''}” that nobody sees: type it anew`
        : `There is no key “${d.key}”${d.nearest ? guess(d.nearest) : '; remarks go into note'}`;
    case 'missing-key':
      return `“${d.key}” is missing or has no value`;
    case 'empty-key':
      return `Nothing stands after “${d.key}”, as if it were not there: write what it should say, or take it out`;
    case 'type':
      if (/^[【［〔｛]/u.test(d.found))
        return yaml({ fault: 'fullwidth-mark', key: d.found[0] ?? '' });
      return `${d.key === '' ? 'This file' : `“${d.key}”`} should be ${d.expected.map((type) => TYPES[type]).join(' or ')}${writtenSo(d)}`;
    case 'value':
      if (d.allowed.length === 1)
        return `“${d.key}” should be ${d.allowed[0] ?? ''}, and is “${d.found}”`;
      if (d.nearest && d.allowed.length > FEW)
        return `“${d.key}” cannot be “${d.found}”${guess(d.nearest)}`;
      return `“${d.key}” cannot be “${d.found}”${guess(d.nearest)}${d.nearest ? ' It' : '; it'} is one of ${d.allowed.join(', ')}`;
    case 'form':
      return `“${d.key}” is “${d.found}”, expected ${FORMS[d.form]}${d.meant === undefined ? '' : `: write ${d.meant}`}`;
    case 'fact':
      return `“${d.key}” is a fact about the unit, and goes below unit: { unit: { ${d.key}: … } }`;
    case 'one-of':
      return `${d.key ? `“${d.key}”` : 'This'} needs one of ${d.keys.join(', ')}`;
    case 'too-few':
      return `“${d.key}” is empty: give at least one`;
    case 'not-here':
      return `“${d.key}” goes with extends: without it there is no system to adjust`;
    case 'order':
      return `“${d.key}” is “${d.found}”, which ends before it begins: swap the ends`;
    case 'no-such':
      if (d.thing === 'window' && /^\d{4}/.test(d.nearest ?? ''))
        return `There is no ${THINGS.window} “${d.name}”${guess(d.nearest)}`;
      return `There is no ${THINGS[d.thing]} “${d.name}”${guess(d.nearest)}${choices(d.nearest, d.known)}${d.thing === 'window' && /^\d{4}/.test(d.name) ? '; a span of time is written 2018..2020 or 2018-01-01..2020-12-31, one year 2020' : ''}`;
    case 'twice':
      return `The ${THINGS[d.thing]} “${d.name}” is already on line ${d.line}: give it another id`;
    case 'ambiguous':
      return `${d.count} indicators have the code “${d.name}”: give the path of codes, such as 1/1.1`;
    case 'grades-unvalued':
      return `The system has no grades, and does not say what ${d.grades.join(', ')} are worth: add them, such as grades: { ${d.grades.map((grade, at) => `${grade}: ${SHARES[at] ?? '0%'}`).join(', ')} }`;
    case 'band-unvalued':
      return `Band “${d.band}” counts how many indicators reach a grade, and no indicator has points; give each one the same, such as points: 1`;
    case 'rule-lacks':
      return `${d.rule} does nothing without ${d.key}: write it`;
    case 'rule-alone':
      return `${d.rule} takes from what is below, and nothing is: where a person gives the points, write judgement or external`;
    case 'cap-above':
      return `All below has points of its own, and nothing tells whose loss the cap limits: take out the cap, and where it is over all of them together, add { rule: deduct, cap: ${d.cap} }`;
    case 'limit-idle':
      return `A deduction that only has a cap says that others take off ${d.cap} points together at the most, and there are none here or below: write each, or when`;
    case 'exempt-idle':
      return 'Whether an indicator with others below it applies, only the unit’s profile can say: without applies, such as applies: { unit: { canteen: yes } }, its exempt is never used';
    case 'measure':
      return d.key === 'full'
        ? `There is no number in full, “${d.found}”: write one such as 90%, 10 cases or ≤5%`
        : `${d.key}, “${d.found}”, cannot be compared with full, “${d.full}”: write ${/[%％]/.test(d.full) ? 'a percentage too, such as 1%' : 'a number too, such as 1'}`;
    case 'tier-at-most':
      return `“${d.when}” is reached by what is less: write from: ≤${d.found}`;
    case 'tier-share':
      return `“${d.when}” is a share: write from: ${d.found}`;
    case 'per-missing':
      return `per is “${d.found}”, which a person has to count; for missing evidence, which is counted here, write per: missing`;
    case 'full-share':
      return `“${d.of}” is a share: write full: ${d.found}, and the percent sign in from and per, too; a share cannot be held against a number without it`;
    case 'closing':
      return `“closes” is “${d.found}”, which says no day${d.every === undefined ? '' : ` for each ${d.every}`}, so a person has to count what is late (per: late); for the program to count, write it like ${d.every === undefined || d.every === 'year' ? '12-31 or 次年1月10日' : '次月5日, 季度末月25日 or 季后10日内'}`;
    case 'per-word':
      return `“per” is “${d.found}”: was “${d.meant}” meant (${PER_WORDS[d.meant]})? As it is, a person has to count`;
    case 'take':
      return `take, “${d.found}”, does not tell which count: ${TAKES[d.rule]}`;
    case 'extends-missing':
      return `There is no ${d.path}: check the path in extends, which is relative to this file`;
    case 'extends-cycle':
      return `${d.path} leads back to a file already read: check extends in each file`;
    case 'extends-broken':
      return `Cannot read ${d.path}: is it a file, and may you read it?`;
    case 'extends-deep':
      return `More than 10 files extend each other; ${d.path} was not read`;
  }
}

export const faults = { yaml, schema };
