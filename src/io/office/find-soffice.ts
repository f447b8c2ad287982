/** Where LibreOffice is on this computer. */
import { readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { DanganError } from '../../errors.js';
import { isProgram, programIn } from '../programs.js';

interface WhereToLook {
  /** What `DANGAN_SOFFICE` says: the program itself. */
  readonly named: string | undefined;
  readonly searchPath: string;
  readonly home: string;
}

/**
 * The program that runs LibreOffice: the one that is named, else one that the shell finds, else one where LibreOffice
 * installs itself.
 *
 * @throws {DanganError} SOFFICE_NOT_FOUND - one is named that is no program.
 */
export function findSoffice(
  { named, searchPath, home }: WhereToLook,
  platform = process.platform,
): string | undefined {
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new DanganError('SOFFICE_NOT_FOUND', { named });
  }
  // On Windows `.com` waits until the work is done, `.exe` does not.
  const names = platform === 'win32' ? ['soffice.com', 'soffice.exe'] : ['soffice', 'libreoffice'];
  return programIn([...searchPath.split(delimiter), ...usualFolders(home, platform)], names);
}

/** @throws {DanganError} SOFFICE_NOT_FOUND */
export function requireSoffice(where: WhereToLook): string {
  const program = findSoffice(where);
  if (program === undefined) throw new DanganError('SOFFICE_NOT_FOUND', {});
  return program;
}

function usualFolders(home: string, platform: NodeJS.Platform): readonly string[] {
  if (platform === 'win32') {
    const drives = ['C:', 'D:', 'E:'].flatMap((drive) => [
      `${drive}\\Program Files\\LibreOffice\\program`,
      `${drive}\\Program Files (x86)\\LibreOffice\\program`,
    ]);
    return [...drives, join(home, 'AppData\\Local\\Programs\\LibreOffice\\program')];
  }
  if (platform === 'darwin') {
    const folders = ['/Applications', join(home, 'Applications')];
    return folders.map((folder) => join(folder, 'LibreOffice.app/Contents/MacOS'));
  }
  return [
    '/usr/bin',
    '/usr/local/bin',
    '/usr/lib/libreoffice/program',
    '/usr/lib64/libreoffice/program',
    ...versionsIn('/opt').map((name) => `/opt/${name}/program`),
    '/snap/bin',
  ];
}

/** `libreoffice24.8`, as its own packages install it; the newest first. */
function versionsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => /^libreoffice[\d.]*$/.test(name));
    return names.sort((a, b) => Number(b.slice(11)) - Number(a.slice(11)));
  } catch {
    return [];
  }
}
