import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const layer = (files, group, message) => ({
  files,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: [{ group, allowTypeImports: false, message }] },
    ],
  },
});

const outside = ['fs', 'fs/*', 'os', 'path', 'process', 'child_process', 'worker_threads', 'url'];
const packages = [
  'ajv*',
  'archiver',
  'chalk',
  'commander',
  'fflate',
  'fs-extra',
  'globby',
  'hucre*',
  'qr',
  'unpdf*',
  'yaml',
];

/** Of the command line: what serves each command. */
const forCommands = ['context', 'help', 'paint', 'ask-secret', 'error-text', 'failure'];

export default defineConfig(
  { ignores: ['dist', 'coverage', 'node_modules', 'test/fixtures'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // We have none, by `erasableSyntaxOnly`; to look for them takes a third of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' },
    },
  },
  {
    // What Chrome 64 reads, with no names for errors left out.
    files: ['src/report/viewer/*.js'],
    languageOptions: { ecmaVersion: 2018, sourceType: 'script' },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    files: ['bin/*.js', '**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', module: 'writable', __dirname: 'readonly' },
    },
  },
  // Imports point one way: bin -> cli -> commands -> io, report -> core. Messages and errors serve all.
  {
    files: ['src/core/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', 'process', 'console', 'setTimeout', 'performance'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core asks for no time',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'core asks for no time',
        },
      ],
    },
  },
  {
    ...layer(
      ['src/core/**/*.ts'],
      [
        ...outside,
        ...outside.map((name) => `node:${name}`),
        ...packages,
        '**/io/**',
        '**/report/**',
        '**/commands/**',
        '**/cli/**',
      ],
      'core is pure: values in, values out',
    ),
    ignores: ['**/*.test.ts'],
  },
  layer(
    ['src/io/**/*.ts', 'src/report/**/*.ts'],
    ['**/commands/**', '**/cli/**'],
    'io and report know nothing of commands',
  ),
  layer(
    ['src/commands/**/*.ts', 'src/library/**/*.ts'],
    ['**/cli/*', ...forCommands.map((name) => `!**/cli/${name}.js`)],
    'commands know of the command line what serves each of them, not what is made of them',
  ),
  layer(
    ['src/messages/**/*.ts'],
    ['**/core/**', '**/io/**', '**/report/**', '**/commands/**', '**/cli/**'],
    'messages are words only',
  ),
);
