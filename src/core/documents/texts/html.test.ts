import { expect, test } from 'vitest';
import { countHtml } from './html.js';

test('the text between the tags is counted, references and all', () => {
  expect(countHtml('<p>会议&nbsp;纪要 &lt;a&gt; &#x4e2d;&#20013;&ldquo;</p>')).toBe(10);
});

test.each([
  '<script>var a = "</p>text";</script>',
  '<STYLE>p { color: red }</style >',
  '<!-- <p>text</p> -->',
  '<!--[if gte mso 9]><xml>text</xml><![endif]-->',
  '<title>text</title>',
  '<img alt="a > b">',
  "<img alt='<p>'>",
  '<?xml version="1.0"?>',
])('%s has no text', (html) => {
  expect(countHtml(`一${html}二`)).toBe(2);
});

test('a sign that begins no tag is text', () => {
  expect(countHtml('1 < 2 <3 a<')).toBe(7);
});

test.each(['<', '<!--', '<script>', '<a "', '&', '&#', '<p', '</', '<a b="'])(
  'a long run of %s takes as long as it is long',
  (piece) => {
    const began = performance.now();
    countHtml(piece.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(30_000);
  },
);
