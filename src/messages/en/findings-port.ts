import { counted } from './counted.js';
import { listed } from './listed.js';

/** What the `port-*` rules found: what is there, what that does on other systems, what to do. */
export const portFindings = {
  'port-illegal-char/colon': (d: { name: string; suggested: string | undefined }) =>
    `Windows takes the ASCII colon “:” for something else and the content is lost to the eye; write “：”${nameOr(d.suggested)}`,
  'port-illegal-char/characters': (d: {
    name: string;
    characters: readonly string[];
    suggested: string | undefined;
  }) =>
    `The name has ${d.characters.join(' ')}, which Windows does not allow${nameOr(d.suggested)}`,
  'port-illegal-char/undecodable': (d: { name: string }) =>
    `“${d.name}” has characters that cannot be read: it was made in another encoding. Rename it by hand`,
  'port-reserved-name/device': (d: { name: string; suggested: string | undefined }) =>
    `Windows keeps this name for a device and cannot open what has it${nameOr(d.suggested)}`,
  'port-trailing-dot-space/dot': (d: { name: string; suggested: string | undefined }) =>
    `The name ends with a dot, which Windows drops${nameOr(d.suggested)}`,
  'port-trailing-dot-space/space': (d: { name: string; suggested: string | undefined }) =>
    `The name ends with a space, which Windows drops${nameOr(d.suggested)}`,
  'port-name-too-long/name': (d: { name: string; bytes: number; units: number; limit: number }) =>
    `The name has ${d.units} characters (${d.bytes} bytes), more than the ${d.limit} ${d.units > d.limit ? 'characters' : 'bytes'} that all systems can keep; shorten its title to about 80 Han characters`,
  'port-path-too-long/files': (d: {
    name: string;
    length: number;
    limit: number;
    count: number;
    root: number;
  }) =>
    `${counted(d.count, 'file has a path', 'files have paths')} of more than ${d.limit} characters (up to ${d.length}, with ${d.root} for the place of the archive); shorten the title, or give the indicator a short folder name with \`folder:\``,
  'port-name-collision/same': (d: { names: readonly string[] }) =>
    `${listed(d.names)} are one name on another system or in a bundle; rename all but one`,
  'port-unicode-form/form': (d: { name: string; suggested: string | undefined }) =>
    `The name has a letter and its mark as two characters, which other systems and git take for another name${nameOr(d.suggested)}`,
  'port-unicode-form/invisible': (d: {
    name: string;
    characters: readonly string[];
    suggested: string | undefined;
  }) =>
    `The name has characters that cannot be seen: ${d.characters.join(' ')}${nameOr(d.suggested)}`,
  'port-unicode-form/space': (d: {
    name: string;
    characters: readonly string[];
    suggested: string | undefined;
  }) =>
    `The name has a space that is not the usual one: ${d.characters.join(' ')}${nameOr(d.suggested)}`,
};

function nameOr(suggested: string | undefined): string {
  return suggested === undefined ? '; rename it by hand' : `; it could be “${suggested}”`;
}
