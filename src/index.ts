/**
 * dangan as a library: what the command line judges and writes, for programs.
 *
 *     import { check, verify } from 'dangan';
 *
 *     const { ok, findings } = await check('2020年创建档案', { language: 'en' });
 *     for (const { severity, file, message } of findings) console.log(severity, file, message);
 *
 * Each function does what the command of its name does, and hands back the document that the command prints with
 * `--format json`; their schemas are in `dangan/schemas/`. Within a major version (before 1.0: a minor one) documents
 * gain fields and lose none; so it is with options, rules and error codes. What is not exported here is not promised.
 *
 * Paths are as in node's own functions; those of evidence in documents are relative to the archive or the bundle, with
 * `/`. Sizes are in bytes, days `YYYY-MM-DD`, points decimals as text: `0.10`.
 *
 * Nothing is printed, the environment is not read, the process is not ended, and nothing is kept between two calls.
 * Findings are results; what kept a run from going on is thrown as `DanganError`. What a function does not know is
 * USAGE: an option or a value that there is not is never passed over, and an option that is `undefined` is as if it were
 * left out. A signal that aborts is INTERRUPTED, with its reason as the `cause`. Whatever is about an archive throws
 * ARCHIVE_NOT_FOUND, SETTINGS_INVALID and SYSTEM_INVALID, and whatever reads or writes what the disk answers
 * (FILE_NOT_FOUND, PERMISSION_DENIED, DISK_FULL); what a function throws besides is told with it.
 *
 * The package is to be left as it is installed: it reads files beside its own, and starts threads, so a bundler has to
 * take it as external.
 */
export { fix, pack, undo, unpack } from './library/changing.js';
export type { FixOptions, PackOptions, UndoOptions, UnpackOptions } from './library/changing.js';
export type * from './library/documents.js';
export { add, bind, catalogue, init, scaffold, stamp } from './library/filing.js';
export type {
  AddOptions,
  BindOptions,
  CatalogueOptions,
  InitOptions,
  ScaffoldOptions,
  StampOptions,
} from './library/filing.js';
export { DanganError, errorWords, EXIT } from './library/errors.js';
export type { ErrorWords } from './library/errors.js';
export { check, identify, log, score, status, validate, verify } from './library/judging.js';
export type {
  CheckOptions,
  ScoreOptions,
  StatusOptions,
  VerifyOptions,
} from './library/judging.js';
export { canonicalName, formatName, parseName } from './library/names.js';
export type { EvidenceName, NamingOptions } from './library/names.js';
export type { DayOptions, OfficeOptions, Options, Progress, Signal } from './library/options.js';
export { RULE_IDS, rules } from './library/rules.js';
export type { RuleId, RulesOptions } from './library/rules.js';
export type { Language } from './messages/language.js';
