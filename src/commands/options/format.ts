/** Options that several commands have. */
import { Option } from 'commander';

/** `--format` where the result is a text for people, or one JSON document for programs. */
export function formatOption(description: string): Option {
  return new Option('--format <format>', description).choices(['text', 'json']).default('text');
}

/** Of an option that may be given again and again: each adds a value. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
