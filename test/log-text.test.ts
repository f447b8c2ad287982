import { expect, test } from 'vitest';
import { PLAIN } from '../src/cli/paint.js';
import type { JournalEntry } from '../src/core/change/entry.js';
import { messagesIn } from '../src/messages/index.js';
import { logText } from '../src/report/log-text.js';

const NOTHING = {
  created: 0,
  renamed: 0,
  moved: 0,
  trashed: 0,
  added: 0,
  replaced: 0,
  rewritten: 0,
};

/** The row of a change that was made then. */
function rowOf(day: string, at: string): string {
  const entry = { id: `${day}-001`, day, at, verb: 'fix', counts: NOTHING, state: 'finished' };
  const style = { say: messagesIn('zh-CN'), paint: PLAIN, columns: 80 };
  return logText([entry as unknown as JournalEntry], style).split('\n')[1] ?? '';
}

test('the time is that of Beijing, as the day in the id is', () => {
  expect(rowOf('2026-11-23', '2026-11-22T19:33:00.000Z')).toMatch(/^2026-11-23-001 {2}03:33 /);
});

test('the head says so once', () => {
  const style = { say: messagesIn('zh-CN'), paint: PLAIN, columns: 80 };
  const entry = {
    id: '2026-11-23-001',
    day: '2026-11-23',
    at: '2026-11-22T19:33:00.000Z',
    verb: 'fix',
    counts: NOTHING,
    state: 'finished',
  };
  expect(logText([entry as unknown as JournalEntry], style)).toMatch(/^编号 +北京时间 +命令/);
});
