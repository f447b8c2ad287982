/** In what forms the result of a check can be had. */
export const FORMATS = [
  'text',
  'json',
  'jsonl',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'markdown',
  'html',
] as const;
export type Format = (typeof FORMATS)[number];
