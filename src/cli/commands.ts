import type { Command } from 'commander';
import type { Cli, ProgramFor } from './context.js';

/** @param programFor - For commands that run others, or tell what these take. */
type AddCommand = (program: Command, cli: Cli, programFor: ProgramFor) => void;

/** Every command in the order of the loop, each loaded only when it is asked for. */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  validate: async () => (await import('../commands/validate.js')).addValidateCommand,
  check: async () => (await import('../commands/check.js')).addCheckCommand,
  status: async () => (await import('../commands/status.js')).addStatusCommand,
  score: async () => (await import('../commands/score.js')).addScoreCommand,
  waive: async () => (await import('../commands/waive.js')).addWaiveCommand,
  baseline: async () => (await import('../commands/baseline.js')).addBaselineCommand,
  fix: async () => (await import('../commands/fix.js')).addFixCommand,
  undo: async () => (await import('../commands/undo.js')).addUndoCommand,
  log: async () => (await import('../commands/log.js')).addLogCommand,
  stamp: async () => (await import('../commands/stamp.js')).addStampCommand,
  catalogue: async () => (await import('../commands/catalogue.js')).addCatalogueCommand,
  notice: async () => (await import('../commands/notice.js')).addNoticeCommand,
  bind: async () => (await import('../commands/bind.js')).addBindCommand,
  boxes: async () => (await import('../commands/boxes.js')).addBoxesCommand,
  pack: async () => (await import('../commands/pack.js')).addPackCommand,
  verify: async () => (await import('../commands/verify.js')).addVerifyCommand,
  diff: async () => (await import('../commands/diff.js')).addDiffCommand,
  unpack: async () => (await import('../commands/unpack.js')).addUnpackCommand,
  receipt: async () => (await import('../commands/receipt.js')).addReceiptCommand,
  review: async () => (await import('../commands/review.js')).addReviewCommand,
  keygen: async () => (await import('../commands/keygen.js')).addKeygenCommand,
  init: async () => (await import('../commands/init.js')).addInitCommand,
  scaffold: async () => (await import('../commands/scaffold.js')).addScaffoldCommand,
  add: async () => (await import('../commands/add.js')).addAddCommand,
  move: async () => (await import('../commands/move.js')).addMoveCommand,
  ledger: async () => (await import('../commands/ledger.js')).addLedgerCommand,
  merge: async () => (await import('../commands/merge.js')).addMergeCommand,
  demo: async () => (await import('../commands/demo.js')).addDemoCommand,
  identify: async () => (await import('../commands/identify.js')).addIdentifyCommand,
  explain: async () => (await import('../commands/explain.js')).addExplainCommand,
  rules: async () => (await import('../commands/rules.js')).addRulesCommand,
  doctor: async () => (await import('../commands/doctor.js')).addDoctorCommand,
  config: async () => (await import('../commands/config.js')).addConfigCommand,
  completion: async () => (await import('../commands/completion.js')).addCompletionCommand,
};

/** Commands that programs call: no help lists them. */
export const HIDDEN_COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  complete: async () => (await import('../commands/complete.js')).addCompleteCommand,
};
