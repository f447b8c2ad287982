/** A tar that comes in parts, as it is unpacked: its headers told apart from its contents. */
import type { Refusal } from '../../../core/bundle/judge/refusal.js';
import { isTarRoot } from '../../../core/bundle/tar/listing.js';
import { TAR_BLOCK, TarHeaders, type TarEntry } from '../../../core/bundle/tar/headers.js';
import { hidden, padded, truncated } from './tar-source.js';

/** What is made of the entries. */
export interface TarVisitor {
  /** @returns why nothing more is to be read, if so. */
  begin(entry: TarEntry): Refusal | undefined;
  /** Contents of the entry that began last. */
  take(part: Buffer): void;
  finish(): void;
}

type State = 'header' | 'meta' | 'contents' | 'skip' | 'end';

export class TarStream {
  readonly #headers = new TarHeaders();
  readonly #visitor: TarVisitor;
  /** Bytes of a header or of its contents that are not yet all there. */
  #waiting: Buffer[] = [];
  #have = 0;
  #state: State = 'header';
  #left = TAR_BLOCK;
  /** Behind the contents, to the end of their block. */
  #padding = 0;
  #began = false;

  constructor(visitor: TarVisitor) {
    this.#visitor = visitor;
  }

  /** Did it begin with a header, as every tar does? */
  get began(): boolean {
    return this.#began;
  }

  /** @returns why nothing more is to be read, if so. */
  push(part: Buffer): Refusal | undefined {
    for (let at = 0; at < part.length;) {
      if (this.#state === 'end') {
        return part.subarray(at).some((byte) => byte !== 0) ? hidden() : undefined;
      }
      const now = part.subarray(at, at + this.#left);
      at += now.length;
      this.#left -= now.length;
      const refusal = this.#add(now);
      if (refusal) return refusal;
    }
    return undefined;
  }

  /** No more parts come. */
  end(): Refusal | undefined {
    return this.#state === 'end' ? undefined : truncated();
  }

  #add(now: Buffer): Refusal | undefined {
    if (this.#state === 'contents') this.#visitor.take(now);
    else if (this.#state !== 'skip') {
      // The part is used again by whoever it came from.
      this.#waiting.push(this.#left === 0 && this.#waiting.length === 0 ? now : Buffer.from(now));
      this.#have += now.length;
    }
    return this.#left === 0 ? this.#turn() : undefined;
  }

  /** What was waited for is all there. */
  #turn(): Refusal | undefined {
    switch (this.#state) {
      case 'header':
        return this.#header(this.#taken());
      case 'meta':
        return this.#headers.addMeta(this.#taken()) ?? this.#go('skip', this.#padding);
      case 'contents':
        this.#visitor.finish();
        return this.#go('skip', this.#padding);
      case 'skip':
        return this.#go('header', TAR_BLOCK);
      case 'end':
        return undefined;
    }
  }

  #header(block: Buffer): Refusal | undefined {
    const step = this.#headers.take(block);
    if (step.do === 'refuse') return step.refusal;
    this.#began = true;
    if (step.do === 'end') return this.#go('end', Infinity);
    const size = step.do === 'entry' ? step.entry.sizeBytes : step.sizeBytes;
    this.#padding = padded(size) - size;
    if (step.do === 'meta') return this.#go('meta', size);
    if (isTarRoot(step.entry)) return this.#go('skip', 0);
    return this.#visitor.begin(step.entry) ?? this.#go('contents', size);
  }

  #go(state: State, left: number): Refusal | undefined {
    this.#state = state;
    this.#left = left;
    return left === 0 ? this.#turn() : undefined;
  }

  #taken(): Buffer {
    const [only = Buffer.alloc(0)] = this.#waiting;
    const all = this.#waiting.length > 1 ? Buffer.concat(this.#waiting, this.#have) : only;
    this.#waiting = [];
    this.#have = 0;
    return all;
  }
}
