import { isPrinted, readSchema, schemaNames } from './keys.js';
import { halfOf, pageOf, table, type Tongue } from './languages.js';

export function schemasPage(tongue: Tongue): string {
  const { pick } = tongue;
  const row = (name: string) => {
    const { title = name, description = '' } = readSchema(name);
    const link = `[${name}.schema.json](../../../schemas/${name}.schema.json)`;
    return [link, halfOf(title, tongue), halfOf(description, tongue)];
  };
  const head = ['Schema', pick(['是什么', 'what it is']), pick(['说明', 'about'])];
  const [printed, written] = [true, false].map((wanted) =>
    schemaNames().filter((name) => isPrinted(readSchema(name)) === wanted),
  );
  return pageOf(
    tongue,
    ['Schema 一览', 'Schemas'],
    [
      '我们读写的每种文件都有 JSON Schema（draft-07）。YAML 文件第一行写 `# yaml-language-server: $schema=…`，VS Code 就会边写边提示。',
      'Every file that is read or written has a JSON Schema (draft-07). With `# yaml-language-server: $schema=…` in the first line of a YAML file, VS Code completes and checks it as you type.',
    ],
    [
      `## ${pick(['读的文件', 'Files that are read'])}`,
      table(head, (written ?? []).map(row)),
      `## ${pick(['程序的输出', 'What the program prints'])}`,
      table(head, (printed ?? []).map(row)),
    ],
  );
}
