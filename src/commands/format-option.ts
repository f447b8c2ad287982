import { Option } from 'commander';

/** `--format` where the result is a text for people, or one JSON document for programs. */
export function formatOption(description: string): Option {
  return new Option('--format <format>', description).choices(['text', 'json']).default('text');
}
