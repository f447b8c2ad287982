/** Lists inside sentences, one entry a line. */

export interface Example {
  readonly id: string;
  readonly title: string;
  /** Another one that it adds to. */
  readonly base: string | undefined;
}

/** @param onTop - Says of one what it adds to. */
export function exampleList(examples: readonly Example[], onTop: (base: string) => string): string {
  const width = Math.max(0, ...examples.map(({ id }) => id.length));
  return examples
    .map(({ id, title, base }) => {
      const more = base === undefined ? '' : onTop(base);
      return `      ${id.padEnd(width)}  ${title}${more}`;
    })
    .join('\n');
}

/** `一/1  创建工作领导小组文件`: what indicators ask for. */
export function askedFor(
  asking: readonly { readonly code: string; readonly title: string }[],
): readonly string[] {
  return asking.map(({ code, title }) => `${code}  ${title}`);
}

/** The first of them, and what `rest` says of how many more there are. */
export function someOf(entries: readonly string[], rest: (count: number) => string): string {
  const most = 12;
  const shown = entries.slice(0, most).map((entry) => `      ${entry}`);
  const more = entries.length - shown.length;
  return [...shown, ...(more > 0 ? [`      ${rest(more)}`] : [])].join('\n');
}

/** A path that no screen would hold, with its middle left out. */
export function shortened(path: string): string {
  return path.length <= 160 ? path : `${path.slice(0, 60)}…${path.slice(-60)}`;
}
