import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** It shows no window, keeps nothing, and asks nothing of a network. */
export const ALONE = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens a file in a browser. @returns what that was asked to say of it. */
export function inBrowser(page: string, ...options: readonly string[]): string {
  const profile = mkdtempSync(join(tmpdir(), 'dangan-browser-'));
  const words = [...ALONE, `--user-data-dir=${profile}`, ...options, pathToFileURL(page).href];
  try {
    return execFileSync('chromium', words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
      timeout: 120_000,
    });
  } finally {
    // What it has started may still be writing there.
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function printByBrowser(page: string, pdf: string): void {
  inBrowser(page, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`);
}
