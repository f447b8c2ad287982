/** The name in the footer, from the plan to its being taken back. */
import {
  chmodSync,
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { docxOf } from '../../src/io/samples/office.js';
import { pdfOf } from '../../src/io/samples/pdf.js';
import { dangan, danganAsNobody } from '../helpers/cli.js';
import { sha256, ownersContents } from '../helpers/contents.js';
import { runsHere } from '../helpers/programs.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { canMount, smallDisk } from '../helpers/disk/small-disk.js';
import {
  bytesOf,
  documents,
  HOME,
  namesIn,
  stampable,
} from '../helpers/documents/stamp-archive.js';
import { hasPermissions } from '../helpers/disk/without-permission.js';

interface Told {
  readonly files: readonly {
    readonly file: string;
    readonly did: string;
    readonly text?: string;
    readonly before?: readonly string[];
    readonly becomes?: string;
    readonly because?: string;
  }[];
  readonly summary: {
    readonly stamped: number;
    readonly same: number;
    readonly because: Readonly<Record<string, number>>;
  };
  readonly entry: string | null;
}

/** What stamp tells programs, which is what its schema says. */
function stamp(root: string, ...words: readonly string[]): Told {
  const { out } = dangan(['stamp', ...words, '--format', 'json'], { cwd: root });
  const told = JSON.parse(out) as Told;
  expect(faultsBy('stamp', told)).toEqual([]);
  return told;
}

const NAMES = [
  '01：创建领导小组文件.docx',
  '02：领导小组名单.xlsx',
  '03：工作汇报.pptx',
  '04：年度工作计划.pdf',
] as const;

test('the plan changes nothing', async () => {
  const root = await stampable();
  const before = ownersContents(root);
  const { summary, entry } = stamp(root);
  expect([summary.stamped, entry]).toEqual([4, null]);
  expect(ownersContents(root)).toEqual(before);
  expect(readdirSync(join(root, '.dangan'))).toEqual(['.gitignore', 'cache']);
});

test('every document bears its name, and undo brings the same bytes back', async () => {
  const root = await stampable();
  const before = ownersContents(root);
  expect(stamp(root, '--write').summary.stamped).toBe(4);
  for (const name of NAMES) {
    expect(await namesIn(root, name)).toEqual([name.replace(/\.\w+$/, '')]);
  }
  expect(dangan(['undo'], { cwd: root }).code).toBe(0);
  expect(ownersContents(root)).toEqual(before);
  expect(dangan(['undo', '2'], { cwd: root }).code).toBe(0);
  expect(await namesIn(root, NAMES[0])).toEqual(['01：创建领导小组文件']);
});

test('what undo brought back is told as changed contents, not as a new name', async () => {
  const root = await stampable();
  stamp(root, '--write');
  const { out } = dangan(['undo'], { cwd: root });
  expect(out).toMatch(/01：创建领导小组文件\.docx +→ （改文件内容）/);
});

test('move tells that footers say the old name, as long as they do', async () => {
  const root = await stampable();
  const renamed = (title: string, ...words: string[]) =>
    dangan(['move', join(root, HOME, NAMES[0]), '--title', title, ...words], { cwd: root }).note;
  expect(renamed('领导小组')).not.toContain('页脚标注过');
  stamp(root, '--write');
  expect(renamed('创建领导小组文件')).not.toContain('页脚标注过');
  expect(renamed('领导小组', '--write')).toContain(`\`dangan stamp "${HOME}"\` 列出要换哪些`);
  expect(dangan(['stamp', HOME], { cwd: root }).out).toContain('换下“01：创建领导小组文件”');
});

test('fix tells it, too', async () => {
  const root = await stampable();
  const folder = join(root, HOME);
  renameSync(join(folder, NAMES[1]), join(folder, NAMES[1].replace('02：', '01：')));
  stamp(root, '--write');
  const run = dangan(['fix', '--unsafe', '--write'], { cwd: root });
  expect(run.out).toContain('→ 04：领导小组名单.xlsx');
  expect(run.note).toContain('`dangan stamp` 列出要换哪些');
  expect(dangan(['stamp'], { cwd: root }).out).toContain('换下“01：');
  stamp(root, '--write');
  expect(dangan(['fix', '--unsafe'], { cwd: root }).note).not.toContain('页脚标注过');
});

test('a second time there is nothing to do, and nothing is written down', async () => {
  const root = await stampable();
  stamp(root, '--write');
  const before = ownersContents(root);
  expect(stamp(root, '--write')).toMatchObject({ summary: { stamped: 0, same: 4 }, entry: null });
  expect(ownersContents(root)).toEqual(before);
  expect(readdirSync(join(root, '.dangan/journal'))).toHaveLength(1);
  expect(readdirSync(join(root, '.dangan')).sort()).toEqual([
    '.gitignore',
    'cache',
    'journal',
    'trash',
  ]);
});

test('after fix has renamed it, the new name takes the place of the old one', async () => {
  const root = await stampable();
  stamp(root, '--write');
  renameSync(join(root, HOME, NAMES[0]), join(root, HOME, '5-创建领导小组通知.docx'));
  expect(dangan(['fix', '--write'], { cwd: root }).code).toBe(0);
  const again = stamp(root, '--write').files.filter(({ did }) => did === 'stamped');
  expect(again).toMatchObject([{ text: '05：创建领导小组通知', before: ['01：创建领导小组文件'] }]);
  expect(await namesIn(root, '05：创建领导小组通知.docx')).toEqual(['05：创建领导小组通知']);
});

test('names that are still to be fixed are put in as they will be', async () => {
  const root = await stampable({ '5. 学习制度.docx': await docxOf('学习', ['制度']) });
  stamp(root, '--write');
  expect(await namesIn(root, '5. 学习制度.docx')).toEqual(['05：学习制度']);
});

test('a folder or a file alone', async () => {
  const root = await stampable();
  expect(stamp(root, `${HOME}/${NAMES[1]}`, '--write').files).toHaveLength(1);
  expect(await namesIn(root, NAMES[1])).toEqual(['02：领导小组名单']);
  expect(await namesIn(root, NAMES[0])).toEqual([]);
  expect(stamp(root, '档案/2 志愿服务').files).toEqual([]);
});

describe('the template', () => {
  test('of the command line', async () => {
    const root = await stampable();
    stamp(root, '--template', '{unit} {code} {name}', '--write');
    expect(await namesIn(root, NAMES[0])).toEqual(['县水利局 1.1 01：创建领导小组文件']);
  });

  test('of the settings', async () => {
    const root = await stampable();
    writeFileSync(
      join(root, 'dangan.yaml'),
      'system: criteria.yaml\nstamp: { template: "{indicator} {title}" }\n',
    );
    expect(stamp(root).files[0]?.text).toBe('领导机构 创建领导小组文件');
  });

  test.each([
    ['{nmae}', '{name}'],
    ['{code}', '{title}'],
  ])('%s is refused, with what was meant', async (template, meant) => {
    const run = dangan(['stamp', '--template', template], { cwd: await stampable() });
    expect([run.code, run.note]).toEqual([2, expect.stringContaining(meant)]);
  });
});

test('the digest in the ledger follows, in the same entry', async () => {
  const root = await stampable();
  const before = bytesOf(root, NAMES[0]);
  const ledger = join(root, HOME, 'ledger.yaml');
  const text = (bytes: Buffer) =>
    `entries:\n  - file: ${NAMES[0]}\n    sha256: ${sha256(bytes)}\n    bytes: ${bytes.length}\n    note: 原件\n  - { file: ${NAMES[1]}, note: 无 }\n`;
  writeFileSync(ledger, text(before));
  stamp(root, '--write');
  expect(readFileSync(ledger, 'utf8')).toBe(text(bytesOf(root, NAMES[0])));
  dangan(['undo'], { cwd: root });
  expect(readFileSync(ledger, 'utf8')).toBe(text(before));
});

describe('what is left as it is', () => {
  test('is told and counted by reason', async () => {
    const root = await stampable({
      '05：照片.jpg': Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
      '06：说明.txt': '说明',
      '07：断了.docx': (await documents())[NAMES[0]]?.subarray(0, 700) ?? '',
      '09：空的.docx': '',
      '08：富文本.rtf': '{\\rtf1 text}',
    });
    const { files, summary } = stamp(root, '--write');
    expect(summary.because).toEqual({ 'no-footer': 2, damaged: 1, old: 1, empty: 1 });
    expect(files.find(({ because }) => because === 'old')?.file).toContain('富文本');
    const { out, code } = dangan(['stamp', '--write'], { cwd: root });
    expect([code, out]).toEqual([0, expect.stringContaining('07：断了.docx')]);
    expect(out).toContain('--convert docx');
  });

  test.each([`~$${NAMES[0]}`, `~$${NAMES[0].slice(2)}`, `.~lock.${NAMES[0]}#`])(
    'a document that is open, as %s tells, is left for now',
    async (mark) => {
      const root = await stampable({ [mark]: 'somebody' });
      const before = bytesOf(root, NAMES[0]);
      const { code, out } = dangan(['stamp', '--write'], { cwd: root });
      expect([code, out]).toEqual([1, expect.stringContaining('已标注 3 份')]);
      expect(bytesOf(root, NAMES[0])).toEqual(before);
    },
  );

  test('a file keeps its permissions', async () => {
    const root = await stampable();
    chmodSync(join(root, HOME, NAMES[0]), 0o640);
    stamp(root, '--write');
    expect(statSync(join(root, HOME, NAMES[0])).mode & 0o777).toBe(0o640);
  });
});

describe('where the disk does not let it', () => {
  test.runIf(hasPermissions)('an archive that may only be read is as it was', async () => {
    const root = await stampable();
    chmodSync(root, 0o755);
    const before = ownersContents(root);
    expect(danganAsNobody(['stamp'], { cwd: root }).code).toBe(0);
    const run = danganAsNobody(['stamp', '--write'], { cwd: root });
    expect([run.code, run.note]).toEqual([3, expect.not.stringMatching(/^ +at /m)]);
    expect(ownersContents(root)).toEqual(before);
  });

  test.runIf(canMount())('a full disk leaves everything, and no half of a copy', async () => {
    const disk = smallDisk('4m');
    const root = join(disk.root, 'archive');
    const pages = Array.from({ length: 1000 }, (_, at) => [`第 ${at + 1} 页`]);
    cpSync(await stampable({ '05：很长.pdf': pdfOf(pages) }), root, { recursive: true });
    const before = ownersContents(root);
    disk.fill(100_000);
    const run = dangan(['stamp', '--write'], { cwd: root });
    expect([run.code, run.note]).toEqual([3, expect.stringContaining('磁盘已满')]);
    expect(ownersContents(root)).toEqual(before);
    expect(readdirSync(join(root, '.dangan')).filter((name) => /^drafts|^lock/.test(name))).toEqual(
      [],
    );
    disk.empty();
    expect(stamp(root, '--write').summary.because).toEqual({});
  });
});

describe('whether documents bear their names', () => {
  const findings = (root: string, ...words: readonly string[]) => {
    const { out } = dangan(['check', ...words, '--format', 'json'], { cwd: root });
    const all = (JSON.parse(out) as { findings: { rule: string; params: object }[] }).findings;
    return all.filter(({ rule }) => rule === 'content-footer-name').map(({ params }) => params);
  };
  const lacking = [{ count: 4, first: NAMES[0] }];

  test('is not looked at unless somebody asks for it', async () => {
    const root = await stampable();
    expect(findings(root)).toEqual([]);
    expect(findings(root, '--rule', 'content-footer-name')).toEqual(lacking);
    const settings = 'system: criteria.yaml\nrules: { content-footer-name: warning }\n';
    writeFileSync(join(root, 'dangan.yaml'), settings);
    expect(findings(root)).toEqual(lacking);
  });

  test('they do when they are stamped', async () => {
    const root = await stampable();
    stamp(root, '--write');
    expect(findings(root, '--rule', 'content-footer-name')).toEqual([]);
  });
});

describe('old formats', () => {
  test('a converted file does not take a name that is taken', async () => {
    const root = await stampable({ '01：创建领导小组文件.rtf': '{\\rtf1 text}' });
    const program = join(root, 'soffice');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    const environment = { DANGAN_SOFFICE: program };
    const words = ['stamp', '--convert', 'docx', '--format', 'json'];
    const { out } = dangan(words, { cwd: root, environment });
    expect((JSON.parse(out) as Told).summary.because).toEqual({ 'name-taken': 1 });
  });

  test('without LibreOffice it is said how to go on', async () => {
    const environment = { DANGAN_SOFFICE: '/nowhere/soffice' };
    const run = dangan(['stamp', '--convert', 'docx'], { cwd: await stampable(), environment });
    expect([run.code, run.note]).toEqual([2, expect.stringContaining('DANGAN_SOFFICE')]);
  });

  test.runIf(runsHere('soffice', '--version'))(
    'become those of today, stamped, and come back',
    { timeout: 300_000 },
    async () => {
      const root = await stampable({
        '05：富文本.rtf': '{\\rtf1 text}',
        '06：通知.doc': '{\\rtf1 another}',
      });
      const before = ownersContents(root);
      const { files } = stamp(root, '--convert', 'docx', '--write');
      expect(files.flatMap(({ becomes }) => becomes ?? [])).toEqual([
        '05：富文本.docx',
        '06：通知.docx',
      ]);
      expect(await namesIn(root, '06：通知.docx')).toEqual(['06：通知']);
      expect(readdirSync(join(root, HOME))).not.toContain('06：通知.doc');
      dangan(['undo'], { cwd: root });
      expect(ownersContents(root)).toEqual(before);
    },
  );
});
