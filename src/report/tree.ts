/** A tree as lines. */
export interface Branch {
  readonly text: string;
  readonly children: readonly Branch[];
}

/** The usual line drawing; a child stands under its parent's text. */
export function treeLines(branches: readonly Branch[], indent = ''): string[] {
  return branches.flatMap(({ text, children }, at) => {
    const isLast = at === branches.length - 1;
    return [
      `${indent}${isLast ? '└─' : '├─'} ${text}`,
      ...treeLines(children, `${indent}${isLast ? '  ' : '│ '} `),
    ];
  });
}
