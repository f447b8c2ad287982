import { expect, test } from 'vitest';
import { readHtml } from './html.js';

const lengthOf = (html: string) => readHtml(html).length;

test('the text between the tags is counted, references and all', () => {
  expect(lengthOf('<p>会议&nbsp;纪要 &lt;a&gt; &#x4e2d;&#20013;&ldquo;</p>')).toEqual({
    characters: 10,
    words: 8,
  });
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
  expect(lengthOf(`一${html}二`)).toEqual({ characters: 2, words: 2 });
});

test('a word goes on over tags that only change its looks', () => {
  expect(lengthOf('<p>me<b>et</b><a href="x">ing</a></p><p>two</p>three<br>four').words).toBe(4);
});

test('a sign that begins no tag is text', () => {
  expect(lengthOf('1 < 2 <3 a<')).toMatchObject({ characters: 7 });
});

test('a page says what it is', () => {
  const html =
    '<title>会议&amp;纪要</title><META NAME="Author" CONTENT="李"><meta name=generator content="WPS">';
  expect(readHtml(html)).toMatchObject({ title: '会议&纪要', author: '李' });
});

test.each(['<', '<!--', '<script>', '<a "', '&', '&#', '<p', '</', '<a b="'])(
  'a long run of %s takes as long as it is long',
  (piece) => {
    const began = performance.now();
    readHtml(piece.repeat(1_000_000));
    expect(performance.now() - began).toBeLessThan(30_000);
  },
);
