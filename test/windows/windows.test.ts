/**
 * What a clerk does, on a Windows: the built program under node.exe, with wine for the system. Where wine is no
 * Windows a test says so: it has no junctions, and a name can be given other capitals only over another name.
 */
import { afterAll, beforeAll, describe } from 'vitest';
import { Windows, windowsHere } from '../helpers/windows.js';
import { bundles } from './bundles.js';
import { changes } from './changes.js';
import { large } from './large.js';
import { loop } from './loop.js';
import { openFiles } from './open-files.js';

/** One wine for all of it, which takes longer to make than to use. */
describe.runIf(windowsHere())('on Windows', { concurrent: false, timeout: 300_000 }, () => {
  let windows: Windows;
  beforeAll(() => void (windows = new Windows()), 300_000);
  afterAll(() => windows.end());
  const here = () => windows;

  describe('from an empty folder to a bundle', () => loop(here));
  describe('large bundles, and the demo', () => large(here));
  describe('renaming and taking back', () => changes(here));
  describe('files that are open elsewhere', () => openFiles(here));
  describe('bundles from another system', () => bundles(here));
});
