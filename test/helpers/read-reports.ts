/** Reports read back by others than those who write them. */
import { spawnSync } from 'node:child_process';
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** An element of XML with its attributes, and all the text in it. */
export interface Element {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** @throws when it is not well-formed. @returns the root. */
export function readXml(xml: string): Element {
  const parser = new SaxesParser();
  const root: Element = { name: '', values: {}, children: [], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    const element = { name, values: attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.write(xml).close();
  return root.children[0] ?? root;
}

/** Every element of that name, in the order of the text. */
export function elements({ children }: Element, name: string): Element[] {
  return children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ]);
}

/** A workflow command of GitHub, taken apart as its runner does. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** @throws when a line is no command. */
export function readWorkflowCommands(text: string): WorkflowCommand[] {
  // As the runner reads lines: at CR LF, LF and CR.
  const lines = text.split(/\r\n|\n|\r/).slice(0, -1);
  return lines.map((line) => {
    const [, command, list, message] = /^::([a-z-]+) ([^:]*)::(.*)$/s.exec(line) ?? [];
    if (command === undefined || list === undefined || message === undefined)
      throw new Error(`no workflow command: ${line}`);
    const pairs = list.split(',').map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), unescaped(pair.slice(at + 1))] as const;
    });
    return { command, properties: Object.fromEntries(pairs), message: unescaped(message) };
  });
}

function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    '%25': '%',
    '%0D': '\r',
    '%0A': '\n',
    '%3A': ':',
    '%2C': ',',
  };
  return text.replace(/%(?:25|0D|0A|3A|2C)/g, (code) => marks[code] ?? code);
}

const TABLES = `
import html.parser, json, sys
class Reader(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.rows, self.cell, self.tags = [], None, []
    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag == 'tr': self.rows.append({'of': dict(attributes), 'cells': []})
        if tag == 'td': self.cell = ['']
        if self.cell is not None and tag in ('small', 'br', 'code', 'i'): self.cell.append('')
    def handle_endtag(self, tag):
        if tag == 'td':
            self.rows[-1]['cells'].append([part for part in self.cell if part])
            self.cell = None
    def handle_data(self, data):
        if self.cell is not None: self.cell[-1] += data
reader = Reader()
reader.feed(sys.stdin.buffer.read().decode('utf-8'))
print(json.dumps({'rows': [row for row in reader.rows if row['cells']], 'tags': sorted(set(reader.tags))}))
`;

/** A row of a table in HTML: the attributes of its \`tr\`, and the texts of each cell, one for each piece of it. */
export interface Row {
  readonly of: Readonly<Record<string, string>>;
  readonly cells: readonly (readonly string[])[];
}

/** What Python's own reader of HTML finds: the rows that have cells, and the names of all tags. */
export function readTables(html: string): { rows: readonly Row[]; tags: readonly string[] } {
  const { stdout, stderr } = spawnSync('python3', ['-c', TABLES], {
    input: html,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { rows: readonly Row[]; tags: readonly string[] };
}

/** Markdown as HTML, by the program that GitHub made for its own. */
export function renderMarkdown(markdown: string): string {
  const extensions = ['table', 'strikethrough', 'autolink'].flatMap((name) => ['-e', name]);
  const { stdout, stderr } = spawnSync('cmark-gfm', ['--unsafe', ...extensions], {
    input: markdown,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return stdout;
}
