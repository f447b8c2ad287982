// Archives made from a seed: the same seed gives the same bytes, so that two machines measure the same thing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeDocument } from './documents.mjs';

/** Pseudo-random whole numbers below `limit` (xorshift32). */
export function randomFrom(seed) {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const TITLES = [
  '创建领导小组文件',
  '年度工作计划',
  '领导小组会议纪要',
  '志愿服务活动方案',
  '道德讲堂活动照片',
  '工作总结',
  '信息报道',
  '满意度调查统计表',
];

/** Extension, share of the files in percent, smallest and largest size in bytes. */
const KINDS = [
  ['docx', 40, 50_000, 2_000_000],
  ['jpg', 35, 300_000, 3_000_000],
  ['pdf', 15, 100_000, 2_000_000],
  ['xlsx', 9, 20_000, 500_000],
  ['mp4', 1, 10_000_000, 40_000_000],
];

/**
 * An archive in order: `folders` leaf indicators with `files` documents each.
 *
 * @param size - Gives the size of the next file in bytes; without it files are as small as they can be.
 * @param ledgers - Each folder has a ledger that tells date, kind and more of every document, and each leaf asks for
 *   a plan, a summary a year, a meeting with photos a quarter and photos with captions; without, for nothing.
 */
export function makeArchive(root, { folders, files, seed, size, ledgers = false }) {
  const random = randomFrom(seed);
  const digits = files > 99 ? 3 : 2;
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'dangan.yaml'), settingsText(digits));
  const lines = [
    'format: dangan/scoring-system@1',
    'title: 测速用测评体系',
    ...(ledgers ? ['window: 2018..2020'] : []),
    'owners: { office: 办公室 }',
    'indicators:',
  ];
  for (let leaf = 0; leaf < folders; leaf += 1) {
    const group = Math.floor(leaf / 10) + 1;
    const code = `${group}.${(leaf % 10) + 1}`;
    const name = `领导机构和工作制度${leaf + 1}`;
    if (leaf % 10 === 0) lines.push(...groupLines(group));
    lines.push(...leafLines(code, name), ...(ledgers ? ASKED : []));
    const folder = join(root, '档案', `${group} 测评项目${group}`, `${code} ${name}`);
    mkdirSync(folder, { recursive: true });
    const written = [];
    for (let at = 1; at <= files; at += 1) {
      written.push(writeEvidence(folder, at, digits, random, size));
    }
    if (ledgers) writeFileSync(join(folder, 'ledger.yaml'), ledgerText(written, random));
  }
  writeFileSync(join(root, 'criteria.yaml'), `${lines.join('\n')}\n`);
}

function settingsText(digits) {
  return [
    'unit: { name: 测试单位 }',
    'system: criteria.yaml',
    'evidence: 档案',
    `naming: { digits: ${digits} }`,
    '',
  ].join('\n');
}

function groupLines(group) {
  return [
    `  - code: "${group}"`,
    `    name: 测评项目${group}`,
    '    owner: office',
    '    children:',
  ];
}

function leafLines(code, name) {
  return [`      - code: "${code}"`, `        name: ${name}`, '        points: 1'];
}

const ASKED = [
  '        evidence:',
  '          - { id: plan, title: 年度工作计划, kind: document }',
  '          - { id: summary, title: 工作总结, kind: summary, every: year }',
  '          - { id: meeting, title: 领导小组会议, activity: true, every: quarter, of: [{ kind: minutes }, { kind: photo, count: 1..3 }] }',
  '          - { id: photos, title: 活动照片, kind: photo, count: 3.., caption: [时间, 地点] }',
];

const KIND_WORDS = ['document', 'plan', 'minutes', 'photo', 'photo', 'summary', 'news', 'form'];

/** As `dangan ledger import` writes one. */
function ledgerText(names, random) {
  const lines = ['entries:'];
  for (const name of names) {
    const month = String(random(12) + 1).padStart(2, '0');
    const day = String(random(28) + 1).padStart(2, '0');
    const date = `${2018 + random(3)}-${month}-${day}`;
    const kind = KIND_WORDS[TITLES.findIndex((title) => name.includes(title))];
    lines.push(
      `  - file: ${name}`,
      `    date: ${date}`,
      `    kind: ${kind}`,
      '    owner: office',
      '    issuer: 市文明办',
      `    number: 〔${date.slice(0, 4)}〕${random(90) + 1}号`,
      `    pages: ${random(9) + 1}`,
      `    caption: { 时间: ${date}, 地点: 会议室 }`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function writeEvidence(folder, ordinal, digits, random, size) {
  const [extension, , least, most] = pickKind(random);
  const title = TITLES[random(TITLES.length)];
  const name = `${String(ordinal).padStart(digits, '0')}：${title}${ordinal}.${extension}`;
  const bytes = size ? size(least, most, random) : 40 + random(60);
  writeDocument(join(folder, name), extension, bytes, (length) => noiseOf(length, random));
  return name;
}

function pickKind(random) {
  let share = random(100);
  for (const kind of KINDS) {
    if (share < kind[1]) return kind;
    share -= kind[1];
  }
  return KINDS[0];
}

let noise;

/** Bytes that do not compress, as those of photos and office documents. */
function noiseOf(bytes, random) {
  noise ??= makeNoise();
  const parts = [];
  for (let left = bytes; left > 0;) {
    const start = random(noise.length / 2);
    const part = noise.subarray(start, start + Math.min(left, noise.length / 2));
    parts.push(part);
    left -= part.length;
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}

/** Documents in one folder: of every ten six docx of 50 kB to 5 MB, four PDF files of 1 to 50 pages. */
export function makeDocuments(folder, count, seed) {
  const random = randomFrom(seed);
  mkdirSync(folder, { recursive: true });
  for (let at = 1; at <= count; at += 1) {
    const extension = random(10) < 6 ? 'docx' : 'pdf';
    const bytes = realisticSize(50_000, extension === 'docx' ? 5_000_000 : 2_000_000, random);
    const pages = 1 + random(50);
    const name = `${String(at).padStart(4, '0')}：${TITLES[random(TITLES.length)]}.${extension}`;
    writeDocument(join(folder, name), extension, bytes, (size) => noiseOf(size, random), pages);
  }
}

function makeNoise() {
  const bytes = Buffer.alloc(8 * 1024 * 1024);
  const random = randomFrom(20201231);
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32LE(random(0xffffffff), at);
  return bytes;
}

/** A size between the two, small ones more often. */
export function realisticSize(least, most, random) {
  const share = random(1000) / 1000;
  return Math.floor(least + (most - least) * share * share);
}
