import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { dangan } from '../helpers/cli.js';
import { sha256 } from '../helpers/contents.js';
import { largeArchive, listed, partials } from '../helpers/large-archive.js';
import { splitArchive } from '../helpers/split-archive.js';
import { zPath, type Windows } from '../helpers/windows.js';

const DAY = ['--today', '2020-12-31'];

export function large(windows: () => Windows): void {
  let desk = { here: '', there: '' };
  beforeAll(() => void (desk = windows().folder('大 包')));
  const sumOf = (name: string) => sha256(readFileSync(join(desk.here, name)));
  const at = (...words: string[]) => windows().dangan(words, { cwd: desk.here });

  test('demo goes through all of it', () => {
    const { code, out, note } = at('demo', '--keep', '演 示');
    expect([code, note]).toEqual([0, '']);
    expect(out).toContain(`${desk.there}\\演 示\\bundle.zip`);
    expect(at('verify', '演 示\\bundle.zip').code).toBe(0);
  });

  test('several bundles are those that Linux packs', () => {
    cpSync(splitArchive(60_000), join(desk.here, '分'), { recursive: true });
    const pack = ['pack', ...DAY, '--max-size', '400K', '-o'];
    expect(at(...pack, '分 包.zip', '分')).toMatchObject({ code: 0 });
    dangan([...pack, join(desk.here, '对照.zip'), join(desk.here, '分')]);
    const parts = readdirSync(desk.here).filter((name) => name.startsWith('分 包-'));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) {
      const same = part.replace('分 包', '对照');
      expect(sumOf(part)).toBe(sumOf(same));
    }
    expect(at('verify', parts[0] ?? '').code).toBe(0);
  });

  test('packing that is killed is gone on with', async () => {
    const root = largeArchive(5, 45);
    const pack = ['pack', ...DAY, '-o'];
    const words = [...pack, '大.zip', zPath(root)];
    const child = windows().start(words, desk.here);
    const ended = once(child, 'exit');
    while (listed(desk.here) < 1 && child.exitCode === null) await setTimeout(5);
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(join(desk.here, '大.zip'))).toBe(false);
    const { code, note } = at(...words, '--resume');
    expect([code, note]).toEqual([0, expect.stringContaining('接着上次打包')]);
    dangan([...pack, join(desk.here, '对照.zip'), root]);
    expect(sumOf('大.zip')).toBe(sumOf('对照.zip'));
    expect(partials(desk.here)).toEqual([]);
  });

  test('a name that is too long for any disk is told as that', () => {
    const { code, note } = at('check', '名'.repeat(300));
    expect([code, note.split('：')[1]]).toEqual([2, '路径里有名称过长，磁盘不接受']);
  });
}
