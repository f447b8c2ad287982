// What makes the programs of the command line start sooner: esbuild plugins that put off what most runs do not need.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { lateValidators } from './schema-validator.mjs';

const LANGUAGES = ['en', 'zh-cn'];

/**
 * Modules that few runs use and that take long to load: some of node's own, and a package for unusual texts. Packages
 * that ask for `stream` make classes of their own of it as soon as they are run.
 */
const LATE = [
  ...['child_process', 'crypto', 'worker_threads', 'zlib'].flatMap((id) => [id, `node:${id}`]),
  ...['node:stream', 'node:stream/promises', 'node:timers/promises', './yaml.cjs'],
];

/**
 * What heads a program: a `require` that loads those when something of them is first used, and asks node once for each
 * of the others.
 */
export const HEAD = `require = ((now, known) => {
  const late = (id, it) => new Proxy({}, { get: (_, name) => (it ??= now(id))[name] });
  return (id) => (known[id] ??= ${JSON.stringify(LATE)}.includes(id) ? late(id) : now(id));
})(require, {});`;

/** Of a module that is late, names alone can be imported: to tell what it exports is to load it. */
export function refuseWhole(text) {
  for (const [, id] of text.matchAll(/__toESM\(require\("([^"]+)"\)/g)) {
    if (LATE.includes(id)) throw new Error(`all of ${id} is imported`);
  }
}

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

// Libraries as long as a tenth of the program or more, each for a command or two: `src/…/NAME.late.ts` hands one on and
// becomes a file of its own, `dist/NAME.cjs`, that is read when a command asks for it; and so does the package `yaml`.
const lateLibraries = {
  name: 'late-libraries',
  setup({ onResolve }) {
    // A file of its own already.
    onResolve({ filter: /^\.\/(?:messages|schemas)\/.*\.cjs$/ }, ({ path }) => ({
      path,
      external: true,
    }));
    onResolve({ filter: /^yaml$|\.late\.js$/ }, ({ path }) => ({
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

// And a run says things of few areas: the words of each are a file of their own, `dist/messages/LANGUAGE/AREA.cjs`, that
// is read when something of it is first said. Only what a command says whenever it runs is in its program.
function lateAreas(kept) {
  return {
    name: 'late-areas',
    setup({ onLoad }) {
      onLoad({ filter: LANGUAGE_INDEX }, ({ path }) => {
        const [, language] = LANGUAGE_INDEX.exec(path);
        const getters = areasIn(path).map(({ area, files, value }) => {
          const here = value.replaceAll(/\w+/g, (name) =>
            files.has(name) ? `require('${files.get(name)}').${name}` : name,
          );
          const late = `require('./messages/${language}/${area}.cjs').area`;
          return `get ${area}() { return known.${area} ??= ${kept.includes(area) ? here : late}; },`;
        });
        const name = language === 'en' ? 'en' : 'zhCn';
        return {
          contents: `const known = {}; export const ${name} = { ${getters.join('\n')} };`,
          loader: 'ts',
        };
      });
    },
  };
}

const LANGUAGE_INDEX = /src[\\/]messages[\\/](en|zh-cn)[\\/]index\.ts$/;

/** @returns for each area of a language, what it is made of, and the files that the names in that are from. */
function areasIn(index) {
  const text = readFileSync(index, 'utf8');
  const files = new Map(
    [...text.matchAll(/^import \{ (.+) \} from '(.+)';$/gm)].flatMap(([, names, file]) =>
      names.split(', ').map((name) => [name, file]),
    ),
  );
  return [...text.matchAll(/^ {2}(\w+)(?:,|: (\{.*?^ {2}\}),)$/gms)].map(
    ([, area, value = area]) => ({ area, files, value }),
  );
}

/** The same areas as modules to be built: esbuild's entry points, and the plugin that knows them. */
export const areaModules = {
  entryPoints: LANGUAGES.flatMap((language) =>
    areasIn(`src/messages/${language}/index.ts`).map(({ area }) => ({
      in: `area:${language}/${area}`,
      out: `messages/${language}/${area}`,
    })),
  ),
  plugin: {
    name: 'areas',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^area:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'area' }));
      onLoad({ filter: /.*/, namespace: 'area' }, ({ path }) => {
        const [language, name] = path.split('/');
        const resolveDir = `${process.cwd()}/src/messages/${language}`;
        const { files, value } = areasIn(`${resolveDir}/index.ts`).find(
          ({ area }) => area === name,
        );
        const imports = [...files]
          .filter(([each]) => new RegExp(`\\b${each}\\b`).test(value))
          .map(([each, file]) => `import { ${each} } from '${file}';`);
        const contents = `${imports.join('')} const it = ${value}; export { it as area };`;
        return { contents, loader: 'ts', resolveDir };
      });
    },
  },
};

/** What each program says whenever it runs. */
const SAID = {
  check: ['check', 'reports', 'watch'],
  validate: ['validate'],
  pack: ['check', 'pack'],
  verify: ['bundle', 'fourProperties', 'limits', 'spotCheck', 'status'],
  unpack: ['bundle', 'limits'],
  main: ['check', 'status'],
};

export function latePlugins(program) {
  return [
    lateWidths,
    lateLibraries,
    lateValidators,
    lateLanguages,
    lateAreas(['cli', ...SAID[program]]),
  ];
}

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
