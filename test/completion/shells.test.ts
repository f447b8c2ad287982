/** The completion scripts in the shells that they are for: what is typed with the tabulator arrives as it was meant. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { smallArchive, writeTree } from '../helpers/archive-on-disk.js';
import { dangan } from '../helpers/cli.js';
import { runsHere } from '../helpers/programs.js';
import { wordsTyped, type TypedShell } from '../helpers/typing-in-shell.js';

/** An office's own codes, and names with blanks and with what shells read in their own way. */
const SYSTEM = `format: dangan/scoring-system@1
title: 测评标准
owners: { office: 办公室, party: "机关 党委（工会）", union: "$工'会\\" & 团委" }
indicators:
  - code: Ⅱ-3
    name: 组织领导
    owner: [office, party, union]
    children:
      - { code: "3.1", name: 领导 机构 }
      - { code: "3.2:甲", name: 制度建设 }
  - { code: "4.1", name: 志愿服务 }
`;

/** What is typed, and what `dangan` is to get. */
const typed = (entry: string): readonly (readonly [string, readonly string[]])[] => [
  ['dangan ledger exp\t', ['ledger', 'export']],
  ['dangan check --fail\twarn\t', ['check', '--fail-on', 'warning']],
  ['dangan check --fail-on=w\t', ['check', '--fail-on=warning']],
  ['dangan add --to 3.2\t', ['add', '--to', '3.2:甲']],
  ['dangan status --owner 机\t', ['status', '--owner', '机关 党委（工会）']],
  ['dangan status --owner "机关 \t', ['status', '--owner', '机关 党委（工会）']],
  ['dangan status --owner 机关\\ \t', ['status', '--owner', '机关 党委（工会）']],
  ["dangan status --owner '$\t", ['status', '--owner', `$工'会" & 团委`]],
  ['dangan undo 2\t', ['undo', entry]],
  ['dangan check 档\t1\t01\t', ['check', '档案/1 组织领导/01：通知 一.docx']],
  ['dangan check --report json=ch\t', ['check', '--report', 'json=check one.json']],
];

/** An archive with one change in its log. */
function archive(): { readonly root: string; readonly entry: string } {
  const root = smallArchive();
  writeFileSync(join(root, 'criteria.yaml'), SYSTEM);
  writeTree(root, { '档案/1 组织领导/01：通知 一.docx': '', 'check one.json': '' });
  const made = dangan(['scaffold', '--format', 'json'], { cwd: root });
  const [entry = ''] = (JSON.parse(made.out) as { entries: string[] }).entries;
  return { root, entry };
}

describe.each<TypedShell>(['bash', 'zsh', 'fish'])('%s', (shell) => {
  test.runIf(runsHere(shell, '--version') && runsHere('python3', '--version'))(
    'words arrive as they were meant',
    () => {
      const { root, entry } = archive();
      const lines = typed(entry);
      const words = wordsTyped(
        shell,
        lines.map(([line]) => line),
        root,
      );
      expect(words).toEqual(lines.map(([, meant]) => meant));
    },
  );
});
