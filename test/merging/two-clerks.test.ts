/** Two clerks add evidence on two branches, and git merges them: no file and no row of a ledger is lost. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sha256 } from '../helpers/contents.js';
import type { Repository } from '../helpers/git-repository.js';
import { faultsBy } from '../helpers/published-schemas.js';
import { FOLDER, sharedArchive } from '../helpers/two-clerks.js';

const LEDGER = `${FOLDER}/ledger.yaml`;

interface Row {
  readonly file: string;
  readonly date: string;
  readonly sha256?: string;
}

const rowsOf = (repository: Repository) =>
  (parse(repository.read(LEDGER)) as { entries: Row[] }).entries;

/** Each file with what is in it. */
const papersOf = (repository: Repository) =>
  Object.fromEntries(
    repository
      .names(FOLDER)
      .filter((name) => name !== 'ledger.yaml')
      .map((name) => [name, repository.read(join(FOLDER, name))]),
  );

/** A clerk files a paper, and says when it was made: the row that `ledger set` writes. */
function files(repository: Repository, name: string, text: string, date: string): void {
  const row = `  - file: ${name}\n    date: ${date}\n    sha256: ${sha256(text)}\n`;
  repository.write({ [`${FOLDER}/${name}`]: text, [LEDGER]: repository.read(LEDGER) + row });
}

/** One clerk's work on branch `hers`, the other's on `main`; not merged yet. */
function twoBranches(
  isTold: boolean,
  hers: (repository: Repository) => void,
  ours: (repository: Repository) => void,
): Repository {
  const repository = sharedArchive(isTold);
  repository.git('checkout', '-q', '-b', 'hers');
  hers(repository);
  repository.commit('2020-03-01');
  repository.git('checkout', '-q', 'main');
  ours(repository);
  repository.commit('2020-04-01');
  return repository;
}

test('different papers with different ordinals merge by themselves, rows and all', () => {
  const repository = twoBranches(
    true,
    (clerk) => files(clerk, '03：总结.docx', '总结', '2020-12-20'),
    (clerk) => files(clerk, '02：计划.docx', '计划', '2020-01-05'),
  );
  const { code, err } = repository.run('git', ['merge', '-q', 'hers']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(rowsOf(repository)).toEqual([
    { file: '01：通知.docx', date: '2020-01-02' },
    { file: '02：计划.docx', date: '2020-01-05', sha256: sha256('计划') },
    { file: '03：总结.docx', date: '2020-12-20', sha256: sha256('总结') },
  ]);
  expect(repository.dangan('check', '--rule', 'name', '--rule', 'meta').code).toBe(0);
});

test('papers with one ordinal are told after the merge and mended: who came first keeps it', () => {
  const repository = twoBranches(
    true,
    (clerk) => files(clerk, '02：总结.docx', '总结', '2020-12-20'),
    (clerk) => files(clerk, '02：计划.docx', '计划', '2020-01-05'),
  );
  // The hook speaks, and stops nothing.
  const merged = repository.run('git', ['merge', '-q', 'hers']);
  expect(merged.code).toBe(0);
  expect(merged.out + merged.err).toContain('dangan fix --rule name-sequence-duplicate --unsafe');
  const checked = repository.dangan('check');
  expect(checked.code).toBe(1);
  expect(checked.out).toContain('02：总结.docx');
  const mend = ['fix', '--rule', 'name-sequence-duplicate', '--unsafe'];
  const plan = JSON.parse(repository.dangan(...mend, '--format', 'json').out) as object;
  expect(faultsBy('plan', plan)).toEqual([]);
  const path = `${FOLDER}/02：总结.docx`;
  expect(plan).toMatchObject({ kept: [{ path, because: 'committed-first', on: '2020-03-01' }] });
  const fixed = repository.dangan(...mend, '--write');
  expect(fixed.out).toMatch(/02：总结\.docx +2020-03-01 最先提交/);
  expect(papersOf(repository)).toEqual({
    '01：通知.docx': '通知',
    '02：总结.docx': '总结',
    '03：计划.docx': '计划',
  });
  expect(rowsOf(repository).map(({ file, date }) => [file, date])).toEqual([
    ['01：通知.docx', '2020-01-02'],
    ['03：计划.docx', '2020-01-05'],
    ['02：总结.docx', '2020-12-20'],
  ]);
  expect(repository.dangan('check', '--rule', 'name', '--rule', 'meta').code).toBe(0);
});

test('after `git pull --rebase` they are told as well, and after a commit that is amended nothing is', () => {
  const server = twoBranches(
    true,
    (clerk) => files(clerk, '02：总结.docx', '总结', '2020-12-20'),
    (clerk) => files(clerk, '02：计划.docx', '计划', '2020-01-05'),
  );
  const told = 'dangan fix --rule name-sequence-duplicate --unsafe';
  server.git('checkout', '-q', 'hers');
  const pulled = server.run('git', ['pull', '-q', '--rebase', '.', 'main']);
  expect(pulled.code).toBe(0);
  expect(pulled.out + pulled.err).toContain(told);
  expect(rowsOf(server)).toHaveLength(3);
  const amended = server.run('git', ['commit', '-q', '--amend', '--no-edit', '--allow-empty']);
  expect(amended).toMatchObject({ code: 0, out: '', err: '' });
});

test('two papers of one name both stay: the second gets a name of its own, in the ledger too', () => {
  const repository = twoBranches(
    true,
    (clerk) => files(clerk, '02：纪要.docx', '三月的纪要', '2020-03-01'),
    (clerk) => files(clerk, '02：纪要.docx', '四月的纪要', '2020-04-01'),
  );
  expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
  // Two versions are told also of papers that no rule can see.
  expect(repository.dangan('check').err).toContain('`dangan merge`');
  expect(repository.dangan('merge').out).toContain('03：纪要.docx');
  const { code, out } = repository.dangan('merge', '--write');
  expect({ code, told: out.includes('git commit') }).toEqual({ code: 0, told: true });
  const papers = {
    '01：通知.docx': '通知',
    '02：纪要.docx': '四月的纪要',
    '03：纪要.docx': '三月的纪要',
  };
  expect(papersOf(repository)).toEqual(papers);
  expect(rowsOf(repository).map(({ file, date }) => [file, date])).toEqual([
    ['01：通知.docx', '2020-01-02'],
    ['02：纪要.docx', '2020-04-01'],
    ['03：纪要.docx', '2020-03-01'],
  ]);
  // A second time there is nothing to file, also before git was told.
  const again = repository.dangan('merge', '--write');
  expect([again.code, again.out]).toEqual([0, expect.stringMatching(/git add/)]);
  expect(again.out).not.toContain('git 还等着您定');
  expect(papersOf(repository)).toEqual(papers);
  repository.commit('2020-04-02');
  expect(repository.dangan('merge').out).toBe('没有合并留下的事。\n');
  expect(repository.dangan('check', '--rule', 'name', '--rule', 'meta').code).toBe(0);
});

test('a paper that git has put marks into waits for a person: it is not to be added as it is', () => {
  const repository = twoBranches(
    false,
    (clerk) => files(clerk, '02：名单.txt', '张三\n', '2020-03-01'),
    (clerk) => files(clerk, '02：名单.txt', '李四\n', '2020-04-01'),
  );
  expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
  const { code, out } = repository.dangan('merge', '--take', 'ours', '--write');
  expect([code, out]).toEqual([1, expect.stringMatching(/git 还等着您定[^]*02：名单.txt/)]);
  expect(out).not.toContain('git add');
  repository.write({ [`${FOLDER}/02：名单.txt`]: '张三\n李四\n' });
  repository.commit('2020-04-02');
  expect(repository.dangan('merge', '--write').code).toBe(0);
});

test('where git was not told, conflict marks are a finding, and one command puts both ledgers together', () => {
  const repository = twoBranches(
    false,
    (clerk) => files(clerk, '02：总结.docx', '总结', '2020-12-20'),
    (clerk) => files(clerk, '02：计划.docx', '计划', '2020-01-05'),
  );
  expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
  const checked = repository.dangan('check', '--format', 'json');
  const { findings } = JSON.parse(checked.out) as {
    findings: { rule: string; message: string; at: object }[];
  };
  const [finding] = findings.filter(({ rule }) => rule === 'meta-ledger-invalid');
  expect(finding?.message).toContain('dangan merge');
  expect(finding?.at).toMatchObject({ file: LEDGER, line: 4 });
  // Renaming the files first would part them from their rows.
  const renumber = ['fix', '--rule', 'name-sequence-duplicate', '--unsafe', '--write'];
  expect(repository.dangan(...renumber)).toMatchObject({ code: 2 });
  expect(repository.dangan('merge').out).toContain('并入对方的 1 条');
  expect(repository.read(LEDGER)).toContain('<<<<<<<');
  expect(repository.dangan('merge', '--write').code).toBe(0);
  expect(rowsOf(repository).map(({ file }) => file)).toEqual([
    '01：通知.docx',
    '02：计划.docx',
    '02：总结.docx',
  ]);
  repository.commit('2020-04-02');
  expect(repository.dangan(...renumber).code).toBe(0);
  expect(Object.keys(papersOf(repository))).toEqual([
    '01：通知.docx',
    '02：总结.docx',
    '03：计划.docx',
  ]);
});

test('a value that both wrote is all that is left between marks, and is decided with one word', () => {
  const repository = twoBranches(
    true,
    (clerk) => {
      clerk.write({ [LEDGER]: clerk.read(LEDGER).replace('2020-01-02', '2020-01-03') });
      files(clerk, '03：总结.docx', '总结', '2020-12-20');
    },
    (clerk) => {
      clerk.write({ [LEDGER]: clerk.read(LEDGER).replace('2020-01-02', '2020-01-04') });
      files(clerk, '02：计划.docx', '计划', '2020-01-05');
    },
  );
  expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
  expect(repository.read(LEDGER)).toContain(
    '<<<<<<< 我方\n    date: 2020-01-04\n=======\n    date: 2020-01-03\n>>>>>>> 对方\n',
  );
  const plan = repository.dangan('merge').out;
  expect(plan).toMatch(/01：通知\.docx 的 date\n +我方 +2020-01-04\n +对方 +2020-01-03\n/);
  expect(repository.dangan('merge', '--write').code).toBe(1);
  expect(repository.dangan('merge', '--take', 'theirs', '--write').code).toBe(0);
  expect(rowsOf(repository).map(({ file, date }) => [file, date])).toEqual([
    ['01：通知.docx', '2020-01-03'],
    ['02：计划.docx', '2020-01-05'],
    ['03：总结.docx', '2020-12-20'],
  ]);
});

test.each(['ours', 'theirs'] as const)(
  'a file that --take %s makes one of the versions waits for nobody',
  (side) => {
    const waivers = (reason: string) =>
      `waivers:\n  - { rule: name, indicator: "1", reason: ${reason}, owner: 工会, until: 2030-01-01 }\n`;
    const repository = twoBranches(
      true,
      (clerk) => clerk.write({ 'waivers.yaml': waivers('原件借出') }),
      (clerk) => clerk.write({ 'waivers.yaml': waivers('上级没有发文') }),
    );
    expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(1);
    const { code, out } = repository.dangan('merge', '--take', side, '--write');
    expect([code, out]).toEqual([0, expect.stringContaining('waivers.yaml')]);
    const again = repository.dangan('merge', '--take', side);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('最后告诉 git')]);
    expect(repository.dangan('merge').out).toContain('git 还等着您定');
  },
);

test('decisions on points by two people both stay', () => {
  const scores = (...codes: string[]) =>
    `scores:\n${codes.map((code) => `  - indicator: "${code}"\n    points: 3\n    by: 张三\n    on: 2020-12-01\n    because: 看过\n`).join('')}`;
  const repository = twoBranches(
    true,
    (clerk) => clerk.write({ 'scores.yaml': scores('1.1', '1.2') }),
    (clerk) => clerk.write({ 'scores.yaml': scores('1.1', '2') }),
  );
  expect(repository.run('git', ['merge', '-q', 'hers']).code).toBe(0);
  expect(repository.read('scores.yaml')).toBe(scores('1.1', '2', '1.2'));
});

test('where this program cannot be found, git leaves both versions and not one', () => {
  const repository = twoBranches(
    true,
    (clerk) => files(clerk, '03：总结.docx', '总结', '2020-12-20'),
    (clerk) => files(clerk, '02：计划.docx', '计划', '2020-01-05'),
  );
  const PATH = process.env['PATH'] ?? '';
  expect(repository.run('git', ['merge', '-q', 'hers'], { PATH }).code).toBe(1);
  expect(repository.read(LEDGER)).toMatch(/<{7}[^]*02：计划[^]*={7}[^]*03：总结[^]*>{7}/);
  expect(repository.dangan('merge', '--write').code).toBe(0);
  expect(rowsOf(repository)).toHaveLength(3);
});
