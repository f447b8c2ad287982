/** Settings that are said on the command line or in the environment. */
import { Option, type Command } from 'commander';
import type { Cli, Variable } from '../../cli/context.js';
import type { Said } from '../../core/archive/settings/said.js';
import type { AnyRuleId } from '../../core/rules/ids.js';
import { LEVELS, SEVERITIES, type Level } from '../../core/rules/levels.js';
import { PRESETS, type Preset } from '../../core/rules/presets.js';
import type { Severity } from '../../core/rules/seen.js';
import { nearest } from '../../core/text.js';
import { DanganError } from '../../errors.js';
import { rulesAsked } from './rules.js';

export interface SaidOptions {
  readonly preset?: Preset;
  readonly failOn?: Severity;
  /** `name-pattern=warning`, `name=off`. */
  readonly severity?: readonly string[];
}

export function addSaidOptions(command: Command, { say }: Cli): Command {
  const { options } = say.check;
  return command
    .addOption(new Option('--preset <preset>', options.preset).choices(PRESETS))
    .addOption(new Option('--fail-on <level>', options.failOn).choices(SEVERITIES))
    .addOption(
      new Option('--severity <rule=level>', options.severity).argParser(
        (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
      ),
    );
}

/**
 * @param command - That they are said to.
 * @param ids - The rules that it has.
 * @throws {DanganError} USAGE, RULE_UNKNOWN, RULE_ELSEWHERE
 */
export function saidInOptions(
  { preset, failOn, severity = [] }: SaidOptions,
  command: string,
  ids: readonly AnyRuleId[],
  cli: Cli,
): Said {
  const rules: Partial<Record<AnyRuleId, Level>> = {};
  for (const value of severity) {
    const at = value.lastIndexOf('=');
    const word = value.slice(at + 1);
    const level = choiceOf(word, LEVELS);
    if (at <= 0 || !level) {
      const near = nearest(word, LEVELS);
      const what = cli.say.check.severityForm({ value, levels: LEVELS, nearest: near });
      throw new DanganError('USAGE', { what, command });
    }
    for (const id of rulesAsked(value.slice(0, at), ids)) rules[id] = level;
  }
  return { ...(preset && { preset }), ...(failOn && { failOn }), rules };
}

/** @throws {DanganError} USAGE - a variable says what it cannot. */
export function saidInEnvironment(command: string, cli: Cli): Said {
  const preset = variable('DANGAN_PRESET', PRESETS, command, cli);
  const failOn = variable('DANGAN_FAIL_ON', SEVERITIES, command, cli);
  return { ...(preset && { preset }), ...(failOn && { failOn }) };
}

function variable<T extends string>(
  name: Variable,
  choices: readonly T[],
  command: string,
  { environment, say }: Cli,
): T | undefined {
  const value = environment[name] ?? '';
  const choice = choiceOf(value, choices);
  if (value === '' || choice) return choice;
  const allowed = choices.join(say.cli.listed);
  const what = say.cli.variable({ name, value, allowed, nearest: nearest(value, choices) });
  throw new DanganError('USAGE', { what, command });
}

function choiceOf<T extends string>(word: string, choices: readonly T[]): T | undefined {
  return choices.find((each) => each === word);
}
