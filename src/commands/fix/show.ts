/** What `fix` tells of its plan, and where the plan is kept. */
import { resolve } from 'node:path';
import type { Cli } from '../../cli/context.js';
import { DanganError } from '../../errors.js';
import type { FollowedCodes } from '../../io/archive/follow-codes.js';
import { liesWithin } from '../../io/bundle/places.js';
import { refuseOutputFolder } from '../../io/output-folder.js';
import { writeReport } from '../../io/write-report.js';
import { codesText } from '../../report/codes-text.js';
import { planJson } from '../../report/plan/json.js';
import { planText, type PlanReport } from '../../report/plan/text.js';
import { commandLine } from '../telling/command-line.js';
import type { FixOptions } from './options.js';

/** What to type to have done what is shown. */
export function writeCommand(path: string, { rule, unsafe, plan }: FixOptions): string {
  const words = path === '.' ? [] : [path];
  return commandLine('dangan fix', words, { rule, unsafe, plan, write: true });
}

export function showPlan(
  report: PlanReport,
  { tree, ok }: { readonly tree: string; readonly ok: boolean },
  { format, all }: FixOptions,
  cli: Cli,
): void {
  cli.out(
    format === 'json' ? planJson(report, tree, ok, cli.say) : planText(report, all === true, cli),
  );
}

/** Codes that people wrote down, where folders get others. */
export function noteCodes(followed: FollowedCodes, { write, all }: FixOptions, cli: Cli): void {
  const lines = codesText(followed, { written: write === true, all: all === true }, cli);
  if (lines.length > 0) cli.note(`${lines.join('\n')}\n`);
}

/** @throws {DanganError} SHEET_INSIDE_EVIDENCE - it would be evidence, or be written over some; FILE_NOT_FOUND */
export function refusePlanAt(output: string, evidence: string, cli: Cli): void {
  const target = resolve(cli.cwd, output);
  if (liesWithin(target, evidence))
    throw new DanganError('SHEET_INSIDE_EVIDENCE', { path: output, root: evidence });
  refuseOutputFolder(target);
}

export function savePlan(report: PlanReport, tree: string, output: string, cli: Cli): void {
  writeReport(resolve(cli.cwd, output), planJson(report, tree, true, cli.say));
  cli.note(`${cli.say.change.fix.saved({ path: output })}\n`);
}
