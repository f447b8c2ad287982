// What makes the programs of the command line start sooner: esbuild plugins that put off what most runs do not need.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as yaml from 'yaml';

/** For each name that a module exports; node 23 and later also give all of a CommonJS module one that is no word. */
function getters(module) {
  const names = Object.keys(module).filter((name) => /^\w+$/.test(name));
  return names.map((name) => `get ${name}() { return late().${name} }`).join(',');
}

// Modules of node's own that few commands use and that take long to load: each is loaded when it is first used.
const lateBuiltins = {
  name: 'late-builtins',
  setup({ onResolve, onLoad }) {
    // Packages that ask for `stream` make classes of their own of it as soon as they are run.
    const filter =
      /^((node:)?(crypto|child_process|worker_threads|zlib)|node:stream(\/promises)?)$/;
    onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({
      contents: getters(process.getBuiltinModule(path))
        // Asked for at every use: require() itself takes longer than the CRC-32 of a small file.
        .replace(
          /^.*$/,
          `let it; const late = () => (it ??= require('${path}')); module.exports = {$&}`,
        ),
    }));
  },
};

// A package that only unusual texts need: it is run when it is first called.
const lateWidths = {
  name: 'late-widths',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ path, namespace }) =>
      namespace === 'late-widths' ? undefined : { path, namespace: 'late-widths' },
    );
    onLoad({ filter: /.*/, namespace: 'late-widths' }, ({ path }) => ({
      contents: `let it; module.exports = (text) => (it ??= require('${path}').default)(text);`,
      resolveDir: process.cwd(),
    }));
  },
};

// A package that only unusual texts need: it is run when something of it is first used.
const lateYaml = {
  name: 'late-yaml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, ({ path, namespace }) =>
      namespace === 'late-yaml' ? undefined : { path, namespace: 'late-yaml' },
    );
    onLoad({ filter: /.*/, namespace: 'late-yaml' }, () => ({
      contents: `let it; const late = () => (it ??= require('yaml')); module.exports = {
        ${getters(yaml)}
      };`,
      resolveDir: process.cwd(),
    }));
  },
};

// Libraries as long as a tenth of the program or more, each for a command or two: `src/…/NAME.late.ts` hands one on and
// becomes a file of its own, `dist/NAME.cjs`, that is read when a command asks for it.
const lateLibraries = {
  name: 'late-libraries',
  setup({ onResolve }) {
    onResolve({ filter: /\.late\.js$/ }, ({ path }) => ({
      path: `./${basename(path, '.late.js')}.cjs`,
      external: true,
    }));
  },
};

// A run speaks one language.
const lateLanguages = {
  name: 'late-languages',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]messages[\\/]messages-in\.ts$/ }, () => ({
      contents: `export function messagesIn(language) {
        return language === 'en' ? require('./en/index.js').en : require('./zh-cn/index.js').zhCn;
      }`,
    }));
  },
};

// And a run says things of few areas: the words of each are loaded when something of it is first said.
const lateAreas = {
  name: 'late-areas',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]messages[\\/](?:en|zh-cn)[\\/]index\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const imports = [...text.matchAll(/^import \{ (.+) \} from '(.+)';$/gm)];
      const files = new Map(
        imports.flatMap(([, names, file]) => names.split(', ').map((name) => [name, file])),
      );
      const asked = (name) => `require('${files.get(name)}').${name}`;
      const late = (name, value) => `get ${name}() { return known.${name} ??= ${value}; },`;
      return {
        contents: `const known = {}; ${text
          .replace(/^import .*$/gm, '')
          .replace(/^ {4}\.\.\.(\w+),$/gm, (_, name) => `...${asked(name)},`)
          .replace(/^ {2}(\w+): (\{.*?^ {2}\}),$/gms, (_, name, value) => late(name, value))
          .replace(/^ {2}(\w+),$/gm, (_, name) => late(name, asked(name)))}`,
        loader: 'ts',
      };
    });
  },
};

export const latePlugins = [
  lateBuiltins,
  lateWidths,
  lateYaml,
  lateLibraries,
  lateLanguages,
  lateAreas,
];

/** A program that knows one command, and so has nothing in it of the others. */
export function onlyCommand(command) {
  const isOther = (line) => /^ {2}\S+: async/.test(line) && !line.startsWith(`  ${command}:`);
  return {
    name: 'only-command',
    setup({ onLoad }) {
      onLoad({ filter: /src[\\/]cli[\\/]commands\.ts$/ }, ({ path }) => {
        const lines = readFileSync(path, 'utf8').split('\n');
        const own = lines.filter((line) => !isOther(line)).join('\n');
        if (own.split('await import').length !== 2) throw new Error(`${path}: not one ${command}`);
        return { contents: own, loader: 'ts' };
      });
    },
  };
}
