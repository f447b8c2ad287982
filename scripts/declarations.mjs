// The types of the library: declarations of src/index.ts and of the files that it takes types from, each from its text
// alone, without the rest of the program. What cannot be told so is not promised to anybody either.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  declaration: true,
  isolatedDeclarations: true,
  stripInternal: true,
};

/** Write the declarations of `entry` into `outdir`, in folders as those of the sources. */
export function writeDeclarations(entry, outdir) {
  const root = dirname(resolve(entry));
  const rest = [resolve(entry)];
  const seen = new Set(rest);
  for (let file = rest.pop(); file; file = rest.pop()) {
    const text = declarationsOf(file);
    const target = join(outdir, relative(root, file).replace(/\.ts$/, '.d.ts'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    for (const source of sourcesIn(text, file)) {
      if (!seen.has(source)) rest.push(source);
      seen.add(source);
    }
  }
}

function declarationsOf(file) {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions,
    reportDiagnostics: true,
  });
  for (const { messageText } of diagnostics ?? []) {
    throw new Error(`${file}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  }
  return outputText;
}

/** The sources of the files that a declaration names. */
function sourcesIn(text, file) {
  return ts.preProcessFile(text).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) throw new Error(`${file}: takes types from ${fileName}`);
    return resolve(dirname(file), fileName.replace(/\.js$/, '.ts'));
  });
}
