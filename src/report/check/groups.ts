import { nameOf, parentOf, type ArchivePath } from '../../core/archive/paths.js';
import type { Finding } from '../../core/rules/findings.js';
import type { CheckReport } from './check-report.js';

/** What is found in a folder. */
export interface Group {
  readonly folder: ArchivePath;
  readonly findings: Finding[];
}

/** By the folder that a finding is in, or is about when that is there; in the order of the scoring system. */
export function groupsOf(
  findings: readonly Finding[],
  { isFolder, order }: Pick<CheckReport, 'isFolder' | 'order'>,
): Group[] {
  const groups = new Map<ArchivePath, Group>();
  for (const finding of findings) {
    const file = finding.file ?? '';
    const folder = isFolder(file) ? file : parentOf(file);
    const group = groups.get(folder) ?? { folder, findings: [] };
    groups.set(folder, group);
    group.findings.push(finding);
  }
  return [...groups.values()].sort((a, b) => order(a.folder, b.folder));
}

/** What a finding is about, under the heading of its folder; empty when that is the folder itself. */
export function nameInGroup({ file = '', rule }: Finding, folder: ArchivePath): string {
  return file !== folder && rule !== 'tree-folder-missing' ? nameOf(file) : '';
}
