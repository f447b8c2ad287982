/** A browser that does what a person does: clicks, types, presses keys, saves and opens files. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { expect } from 'vitest';
import { ALONE } from './browser.js';

type Fields = Readonly<Record<string, unknown>>;
interface Told {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: Fields;
  readonly result?: Fields;
  readonly error?: { readonly message: string };
}

const KEY_CODES: Readonly<Record<string, number>> = { Tab: 9, Enter: 13 };

/** @see https://chromedevtools.github.io/devtools-protocol/ - spoken over a pipe. */
export class DrivenBrowser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #downloads: string;
  readonly #asked = new Map<number, (told: Told) => void>();
  readonly #awaited = new Map<string, (params: Fields) => void>();
  /** What it asked in a dialog, and was told yes. */
  readonly dialogs: string[] = [];
  #session: string | undefined;
  #last = 0;
  #rest = '';

  /** @param downloads - Where files are saved. */
  static async start(downloads: string): Promise<DrivenBrowser> {
    const browser = new DrivenBrowser(downloads);
    const { targetId } = await browser.ask('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
    browser.#session = sessionId as string;
    await browser.ask('Page.enable');
    return browser;
  }

  private constructor(downloads: string) {
    this.#downloads = downloads;
    this.#profile = mkdtempSync(join(tmpdir(), 'dangan-browser-'));
    this.#process = spawn(
      'chromium',
      [...ALONE, '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
    );
    const answers = this.#process.stdio[4] as Readable;
    answers.setEncoding('utf8').on('data', (text: string) => {
      const messages = (this.#rest + text).split('\0');
      this.#rest = messages.pop() ?? '';
      for (const each of messages) this.#hear(JSON.parse(each) as Told);
    });
  }

  #hear(told: Told): void {
    if (told.id !== undefined) this.#asked.get(told.id)?.(told);
    if (told.method === 'Page.javascriptDialogOpening') {
      this.dialogs.push(String(told.params?.['message']));
      void this.ask('Page.handleJavaScriptDialog', { accept: true });
    }
    if (told.method !== undefined) this.#awaited.get(told.method)?.(told.params ?? {});
  }

  async ask(method: string, params: Fields = {}): Promise<Fields> {
    const id = (this.#last += 1);
    const sessionId = this.#session;
    const pipe = this.#process.stdio[3] as Writable;
    const told = await new Promise<Told>((resolve) => {
      this.#asked.set(id, resolve);
      pipe.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    if (told.error) throw new Error(`${method}: ${told.error.message}`);
    return told.result ?? {};
  }

  /** Does something, and waits for what comes of it. */
  async #until(method: string, done: () => Promise<unknown>): Promise<Fields> {
    const heard = new Promise<Fields>((resolve) => this.#awaited.set(method, resolve));
    await done();
    return heard;
  }

  async open(page: string): Promise<void> {
    const url = pathToFileURL(page).href;
    await this.#go(() => this.ask('Page.navigate', { url }));
  }

  async reload(): Promise<void> {
    await this.#go(() => this.ask('Page.reload'));
  }

  /** Until the new page is whole: that one was loaded may be said of the page before. */
  async #go(done: () => Promise<unknown>): Promise<void> {
    await this.#until('Page.frameNavigated', done);
    await expect.poll(() => this.valueOf('document.readyState')).toBe('complete');
  }

  /** The value of an expression on the page. */
  async valueOf(expression: string): Promise<unknown> {
    const asked = { expression, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', asked);
    if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
    return (result as Fields)['value'];
  }

  async click(selector: string): Promise<void> {
    await this.valueOf(`document.querySelector(${JSON.stringify(selector)}).click()`);
  }

  async focus(selector: string): Promise<void> {
    await this.valueOf(`document.querySelector(${JSON.stringify(selector)}).focus()`);
  }

  /** Into the field that has the focus. */
  async type(text: string): Promise<void> {
    await this.ask('Input.insertText', { text });
  }

  async press(key: 'Enter' | 'Tab', modifiers = 0): Promise<void> {
    const about = { key, code: key, windowsVirtualKeyCode: KEY_CODES[key], modifiers };
    await this.ask('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...about });
    await this.ask('Input.dispatchKeyEvent', { type: 'keyUp', ...about });
  }

  /** @returns the name under which a file was saved. */
  async saved(done: () => Promise<unknown>): Promise<string> {
    const behavior = { behavior: 'allow', downloadPath: this.#downloads };
    await this.ask('Page.setDownloadBehavior', behavior);
    const name = new Promise<string>((resolve) => {
      let begun = '';
      this.#awaited.set('Page.downloadWillBegin', ({ suggestedFilename }) => {
        begun = String(suggestedFilename);
      });
      this.#awaited.set('Page.downloadProgress', ({ state }) => {
        if (state === 'completed') resolve(begun);
      });
    });
    await done();
    return name;
  }

  async choose(selector: string, file: string): Promise<void> {
    const { root } = await this.ask('DOM.getDocument');
    const { nodeId } = await this.ask('DOM.querySelector', {
      nodeId: (root as Fields)['nodeId'],
      selector,
    });
    await this.ask('DOM.setFileInputFiles', { nodeId, files: [file] });
  }

  /** Waits until an element says it: files are read while the page goes on. */
  async shown(selector: string, words: string | RegExp): Promise<void> {
    const text = `document.querySelector(${JSON.stringify(selector)}).textContent`;
    await expect.poll(() => this.valueOf(text)).toMatch(words);
  }

  async print(pdf: string): Promise<void> {
    const { data } = await this.ask('Page.printToPDF', { displayHeaderFooter: false });
    writeFileSync(pdf, Buffer.from(data as string, 'base64'));
  }

  async end(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#session = undefined;
    await this.ask('Browser.close');
    await gone;
    // What it has started may still be writing there.
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 20 });
  }
}
