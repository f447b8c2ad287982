/** What a thread can be asked to do. Each task is loaded only where it is needed. */
import type { DigestFolderJob } from '../digest/folder.js';
import type { DigestTarJob } from '../digest/tar.js';
import type { DigestZipJob } from '../digest/zip.js';
import type { Pause } from './pause.js';

type Run<Job> = (job: Job, pause: Pause) => Promise<void>;

export const TASKS = {
  'pack-helper': async (): Promise<Run<undefined>> =>
    (await import('../bundle/writing/pack-work.js')).packHelper,
  'digest-zip': async (): Promise<Run<DigestZipJob>> =>
    (await import('../digest/zip.js')).digestZip,
  'digest-tar': async (): Promise<Run<DigestTarJob>> =>
    (await import('../digest/tar.js')).digestTar,
  'digest-folder': async (): Promise<Run<DigestFolderJob>> =>
    (await import('../digest/folder.js')).digestFolder,
};

export type TaskName = keyof typeof TASKS;
export type JobOf<T extends TaskName> = Parameters<Awaited<ReturnType<(typeof TASKS)[T]>>>[0];
