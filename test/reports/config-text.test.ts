import { expect, test } from 'vitest';
import { messagesIn } from '../../src/messages/index.js';
import { configText } from '../../src/report/config.js';
import { PLAIN } from '../../src/cli/paint.js';

test.each(['/srv/单位/2020/迎检/第一批/第二次/', 'D:\\单位\\2020\\迎检\\第一批\\第二次\\'])(
  'settings that are far away, in %s, are told once and go by their name',
  (folder) => {
    const style = { say: messagesIn('zh-CN'), columns: 60, paint: PLAIN };
    const told = [
      { key: 'unit.name', value: '县水利局', origin: { from: 'file', at: { line: 1, column: 1 } } },
    ] as const;
    const lines = configText(told, `${folder}dangan.yaml`, true, style).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      `dangan.yaml 指 ${folder}dangan.yaml`,
      '',
      'unit.name  dangan.yaml:1  县水利局',
    ]);
  },
);
