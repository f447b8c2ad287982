/** The frame of a page that needs nothing else. */
import { escapeHtml } from '../escape-html.js';
import { printable } from '../printable.js';

interface Page {
  readonly language: string;
  readonly title: string;
  /** The style sheet, `pages/check.css`. */
  readonly style: string;
  /** HTML. */
  readonly main: string;
  readonly footer: string;
}

export function htmlPage({ language, title, style, main, footer }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${shown(title)}</title>
<style>
${style}</style>
</head>
<body>
<main>
${main}
</main>
<footer>${shown(footer)}</footer>
</body>
</html>
`;
}

/** Any text, as HTML. */
export function shown(text: string): string {
  return escapeHtml(printable(text));
}

/** With what stands between backticks as code. */
export function commands(text: string): string {
  return shown(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
