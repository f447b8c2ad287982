import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { messagesIn } from '../messages/index.js';
import { plainWidth } from './plain-width.js';

test.each(['zh-CN', 'en'] as const)('labels are as wide as string-width says (%s)', (language) => {
  const labels = Object.values(messagesIn(language).pack.label);
  expect(labels.map(plainWidth)).toEqual(labels.map((label) => stringWidth(label)));
});
