import type { FooterFound } from '../../core/stamp/types.js';
import type { LookTask } from './stamp-task.js';

/** @returns `undefined` for a document that cannot be read. */
export async function lookAtFooters({ format, from: path, bytes }: LookTask): Promise<FooterFound> {
  const from = bytes ? { path, bytes } : path;
  try {
    return format === 'pdf'
      ? await (await import('./pdf/read-pdf-stamp.js')).readPdfStamp(from)
      : await (await import('./office/read-office-stamp.js')).readOfficeStamp(from);
  } catch {
    return undefined;
  }
}
