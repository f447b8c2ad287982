import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { findSoffice, requireSoffice } from '../../src/io/office/find-soffice.js';
import { convertAll, type Conversion } from '../../src/io/office/soffice.js';
import { temporaryFolder } from '../helpers/archive-on-disk.js';
import { runsHere } from '../helpers/programs.js';

/** A program that takes LibreOffice's words, and does to each document what that document says. */
function programThat(does: Readonly<Record<string, string>>): string {
  const path = join(temporaryFolder(), 'soffice');
  const cases = Object.entries(does).map(([text, what]) => `${text}) ${what};;`);
  const script = [
    '#!/bin/sh',
    'while [ "$1" != --outdir ]; do shift; done',
    'out=$2; shift 2',
    'for file; do',
    '  name=$(basename "$file"); done="$out/${name%.*}.docx"',
    `  case "$(cat "$file")" in ${cases.join(' ')} *) printf 'PK\\005\\006' > "$done";; esac`,
    'done',
    '',
  ].join('\n');
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

function documents(...texts: readonly string[]) {
  const folder = join(temporaryFolder(), '档案');
  mkdirSync(folder);
  const workplace = join(folder, 'work');
  mkdirSync(workplace);
  const conversions = texts.map((text, at): Conversion => {
    const from = join(folder, `${at + 1}：文件 '"$.doc`);
    writeFileSync(from, text);
    return { from, format: 'doc', to: join(folder, `${at + 1}.docx`) };
  });
  return { folder, workplace, conversions };
}

const unix = process.platform !== 'win32';

describe.runIf(unix)('what goes wrong', () => {
  const convert = async (program: string, ...texts: string[]) => {
    const { conversions, workplace } = documents(...texts);
    const done = await convertAll(conversions, { program, workplace, into: 'docx' });
    expect(readdirSync(workplace)).toEqual([]);
    expect(conversions.map(({ to }) => existsSync(to))).toEqual(done);
    return done;
  };

  test('a document on which the program ends is given up, and no other', async () => {
    const program = programThat({ bad: 'exit 77' });
    expect(await convert(program, 'a', 'bad', 'b', 'bad', 'c')).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('nor is one of which it makes nothing, or nothing whole', async () => {
    const program = programThat({ bad: ':', half: 'echo PK > "$done"' });
    expect(await convert(program, 'a', 'bad', 'half', 'b')).toEqual([true, false, false, true]);
  });

  test('many are given to it in parts', async () => {
    const done = await convert(programThat({}), ...Array.from({ length: 40 }, () => 'a'));
    expect(done.filter((each) => each)).toHaveLength(40);
  });

  test('one on which it hangs is given up', async () => {
    const { conversions, workplace } = documents('bad');
    const program = programThat({ bad: 'sleep 600' });
    const options = { program, workplace, into: 'docx', ms: 300 } as const;
    expect(await convertAll(conversions, options)).toEqual([false]);
    expect(readdirSync(workplace)).toEqual([]);
  });

  test('a program that hangs on one document after the other is not started for all of them', async () => {
    const { folder, conversions, workplace } = documents('bad', 'bad', 'bad', 'bad');
    const started = join(folder, 'started');
    const program = programThat({ bad: `echo >> ${started}; sleep 600` });
    const options = { program, workplace, into: 'docx', ms: 300 } as const;
    expect(await convertAll(conversions, options)).toEqual([false, false, false, false]);
    expect(readFileSync(started, 'utf8')).toBe('\n\n');
  });

  test('it ends when it is told to', async () => {
    const { conversions, workplace } = documents('bad');
    const abort = new AbortController();
    const program = programThat({ bad: 'sleep 600' });
    const options = { program, workplace, into: 'docx', signal: abort.signal } as const;
    const run = convertAll(conversions, options);
    setTimeout(() => abort.abort(new Error('enough')), 300);
    await expect(run).rejects.toThrow('enough');
    expect(readdirSync(workplace)).toEqual([]);
  });

  test('a program that cannot be started converts nothing', async () => {
    expect(await convert('/nowhere/soffice', 'a')).toEqual([false]);
  });
});

describe('where it is', () => {
  const nowhere = { named: undefined, searchPath: '', home: '/nowhere' };

  test('the one that is named comes first', () => {
    const named = programThat({});
    expect(findSoffice({ ...nowhere, named, searchPath: '/usr/bin' })).toBe(named);
  });

  test('one that is named and is none is told', () => {
    expect(() => findSoffice({ ...nowhere, named: '/nowhere/soffice' })).toThrow(
      expect.objectContaining({ code: 'SOFFICE_NOT_FOUND', data: { named: '/nowhere/soffice' } }),
    );
  });

  test('then one that the shell finds', () => {
    const program = programThat({});
    const searchPath = join(program, '..');
    expect(findSoffice({ ...nowhere, searchPath }, 'linux')).toBe(program);
  });

  test('where there is none, what needs it says so', () => {
    expect(findSoffice(nowhere, 'darwin')).toBeUndefined();
    expect(() => requireSoffice({ ...nowhere, named: '/nowhere' })).toThrow(
      expect.objectContaining({ code: 'SOFFICE_NOT_FOUND' }),
    );
  });
});

test.runIf(runsHere('soffice', '--version')).each(['C.UTF-8', 'C', 'zh_XX.UTF-8'])(
  'documents in a folder with a Chinese name become what they are asked to be, in the locale %s',
  { timeout: 300_000 },
  async (locale) => {
    vi.stubEnv('LC_ALL', locale);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const program = requireSoffice({
      named: undefined,
      searchPath: process.env['PATH'] ?? '',
      home: '',
    });
    const { conversions, workplace, folder } = documents('{\\rtf1 one}', '{\\rtf1 two}');
    const texts = conversions.map((each) => ({ ...each, format: 'rtf' }));
    const before = readdirSync(folder);
    expect(await convertAll(texts, { program, workplace, into: 'docx' })).toEqual([true, true]);
    expect(readFileSync(join(folder, '1.docx'), 'latin1')).toContain('word/document.xml');
    // Nothing beside the documents but what was asked for.
    expect(readdirSync(folder)).toEqual([...before, '1.docx', '2.docx'].sort());
  },
);
