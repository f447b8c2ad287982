/** Where the files of an archive name indicators by their codes. */
import { fingerprintOf } from '../rules/findings.js';
import type { AnyRuleId } from '../rules/ids.js';
import type { YamlNode, YamlText } from '../yaml-file/node.js';
import { OWN } from './settings/own-rules.js';

export type NamingFile = 'scores' | 'waivers' | 'baseline' | 'ledger' | 'settings';

/** A code, or a path of codes, in a file. */
interface NamedIndicator {
  readonly name: string;
  readonly node: YamlText;
  /** Name of the indicator, where it was kept beside the code. */
  readonly keptName?: YamlText;
  /** The texts that change with it. */
  readonly renamed: (to: string) => readonly (readonly [YamlText, string])[];
}

/** Where a file that people edit names indicators, by code or by path, and how each is written anew. */
export function namedIndicators(file: NamingFile, root: YamlNode | undefined): NamedIndicator[] {
  switch (file) {
    case 'scores':
      return items(at(root, 'scores')).flatMap((each) =>
        plain(at(each, 'indicator')).map((named) => withName(named, at(each, 'name'))),
      );
    case 'waivers':
      return items(at(root, 'waivers')).flatMap((each) => plain(at(each, 'indicator')));
    case 'baseline':
      return items(at(root, 'findings')).flatMap(finding);
    case 'ledger':
      return items(at(root, 'entries')).flatMap((each) =>
        texts(at(each, 'references')).flatMap(reference),
      );
    case 'settings':
      return ownRules(at(root, 'rules')).flatMap((each) =>
        texts(at(at(each, 'where'), 'indicator')).flatMap(plain),
      );
  }
}

function plain(node: YamlNode | undefined): NamedIndicator[] {
  if (node?.is !== 'text' || node.text.trim() === '') return [];
  return [{ name: node.text.trim(), node, renamed: (to) => [[node, to]] }];
}

function withName(named: NamedIndicator, kept: YamlNode | undefined): NamedIndicator {
  return kept?.is === 'text' && kept.text.trim() !== '' ? { ...named, keptName: kept } : named;
}

/** `1/1.2#plan`: what stands behind the `#` stays. */
function reference(node: YamlText): NamedIndicator[] {
  const [name = '', ...rest] = node.text.split('#');
  const tail = rest.map((each) => `#${each}`).join('');
  return name.trim() === ''
    ? []
    : [{ name: name.trim(), node, renamed: (to) => [[node, to + tail]] }];
}

/** With its fingerprint, which is of the code too. */
function finding(item: YamlNode): NamedIndicator[] {
  const fingerprint = at(item, 'fingerprint');
  const [rule, title] = [at(item, 'rule'), at(item, 'title')].map((node) =>
    node?.is === 'text' ? node.text : '',
  );
  const of = (indicator: string) =>
    fingerprintOf((rule ?? '') as AnyRuleId, indicator, title ?? '');
  return plain(at(item, 'indicator')).map(({ name, node }) => ({
    name,
    node,
    renamed: (to) =>
      fingerprint?.is === 'text' && fingerprint.text === of(name)
        ? [
            [node, to],
            [fingerprint, of(to)],
          ]
        : [[node, to]],
  }));
}

function ownRules(rules: YamlNode | undefined): YamlNode[] {
  if (rules?.is !== 'map') return [];
  return [...rules.entries].flatMap(([key, { value }]) => (key.startsWith(OWN) ? [value] : []));
}

function at(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.is === 'map' ? node.entries.get(key)?.value : undefined;
}

function items(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.is === 'list' ? node.items : [];
}

/** One text, or a list of them. */
function texts(node: YamlNode | undefined): YamlText[] {
  const all = node?.is === 'list' ? node.items : node ? [node] : [];
  return all.filter((each) => each.is === 'text');
}
