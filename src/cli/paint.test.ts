import { expect, test } from 'vitest';
import { paintFor } from './paint.js';

test.each([true, false])(
  'a style paints its first argument and no other (colour: %s)',
  async (color) => {
    for (const style of Object.values(await paintFor(color)) as ((text: string) => string)[]) {
      expect(['甲'].map(style)).toEqual([style('甲')]);
    }
  },
);
