/** The functions of the library, as their source tells of them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { buildProgram } from '../../src/cli/program.js';
import { silentCli } from './commands.js';
import { code, pageOf, table, type Tongue } from './languages.js';

/** In the order of the loop. */
const FILES = ['judging', 'filing', 'changing', 'rules', 'options'];
/** What every function can be told stands in a table of its own. */
const SHARED = ['Options', 'DayOptions', 'OfficeOptions'];

interface Member {
  readonly name: string;
  readonly type: string;
  readonly words: string;
}

interface Made {
  readonly name: string;
  readonly parameters: string;
  readonly result: string;
  readonly options: string | undefined;
  readonly words: string;
}

interface Source {
  readonly functions: readonly Made[];
  readonly interfaces: ReadonlyMap<string, readonly Member[]>;
}

export async function libraryPage(tongue: Tongue): Promise<string> {
  const { pick, folder } = tongue;
  const { functions, interfaces } = sources();
  const program = await buildProgram(silentCli(tongue.language), undefined);
  const about = ({ name, words }: Made) =>
    folder === 'zh'
      ? `${program.commands.find((each) => each.name() === name)?.description() ?? name}。`
      : words;
  const members = (name: string | undefined) => {
    const rows = interfaces.get(name ?? '') ?? [];
    if (rows.length === 0) return [];
    const cells = rows.map((each) => [code(each.name), code(each.type), each.words]);
    return [
      table([pick(['选项', 'option']), pick(['类型', 'type']), pick(['说明', 'what'])], cells),
    ];
  };
  const parts = functions.flatMap((each) => [
    `## ${each.name}`,
    code(`${each.name}(${each.parameters}): ${each.result}`),
    about(each),
    ...members(each.options),
  ]);
  const shared = SHARED.flatMap((name) => [`## ${name}`, ...members(name)]);
  return pageOf(
    tongue,
    ['当作库来用', 'The library'],
    [
      '每个函数做的就是同名[命令](commands.md)做的事，交回的就是命令加 `--format json` 打印的那份文档，字段见[各个 Schema](schemas.md)。带 `?` 的可以不写；各函数还都能写 [Options](#options) 里的几项。没有的选项、选项没有的值，一律拒绝（`DanganError` 的 `USAGE`，并说最接近的）；值是 `undefined` 的等于没写。`signal` 中止的，一律是 `DanganError` 的 `INTERRUPTED`，`cause` 是中止的原因。选项的说明和类型里的注释都是英文，编辑器里也看得到。',
      'Each function does what the [command](commands.md) of its name does, and hands back the document that the command prints with `--format json`; for its fields see [the schemas](schemas.md). What has a `?` may be left out; every function also takes what is in [Options](#options). An option that there is not, and a value that an option cannot have, are refused (`DanganError`, `USAGE`, with the nearest); one that is `undefined` is as if it were left out. A `signal` that aborts always rejects with `INTERRUPTED` (a `DanganError`), whose `cause` is the reason.',
    ],
    [...parts, ...shared],
  );
}

function sources(): Source {
  const functions: Made[] = [];
  const interfaces = new Map<string, readonly Member[]>();
  for (const name of FILES) {
    const path = fileURLToPath(new URL(`../../src/library/${name}.ts`, import.meta.url));
    const file = ts.createSourceFile(
      path,
      readFileSync(path, 'utf8'),
      ts.ScriptTarget.ES2023,
      true,
    );
    for (const statement of file.statements) {
      if (ts.isFunctionDeclaration(statement)) functions.push(madeOf(statement, file));
      if (ts.isInterfaceDeclaration(statement))
        interfaces.set(statement.name.text, membersOf(statement, file));
    }
  }
  return { functions, interfaces };
}

function madeOf(node: ts.FunctionDeclaration, file: ts.SourceFile): Made {
  const parameters = node.parameters.map((each) => {
    const isOptions = ts.isObjectBindingPattern(each.name) || each.name.getText(file) === 'options';
    const type = each.type?.getText(file) ?? 'unknown';
    const mark = each.initializer ? '?' : '';
    return { name: isOptions ? 'options' : each.name.getText(file), mark, type, isOptions };
  });
  return {
    name: node.name?.text ?? '',
    parameters: parameters.map(({ name, mark, type }) => `${name}${mark}: ${type}`).join(', '),
    result: node.type?.getText(file) ?? '',
    options: parameters.find(({ isOptions, type }) => isOptions && !SHARED.includes(type))?.type,
    words: wordsOf(node),
  };
}

function membersOf(node: ts.InterfaceDeclaration, file: ts.SourceFile): readonly Member[] {
  return node.members.filter(ts.isPropertySignature).map((each) => ({
    name: `${each.name.getText(file)}${each.questionToken ? '?' : ''}`,
    type: each.type?.getText(file) ?? '',
    words: wordsOf(each),
  }));
}

/** What stands above it, but for what its parameters and results are. */
function wordsOf(node: ts.Node): string {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '').replace(/\n(?!\n)/g, ' ').trim();
}
