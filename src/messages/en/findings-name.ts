/** What the `name-*` rules found: what is there, what was expected. */
export const nameFindings = {
  'name-sequence-gap/missing': (d: { from: number; to: number }) =>
    d.from === d.to
      ? `No evidence numbered ${d.from}`
      : `No evidence numbered ${d.from} to ${d.to}`,
};
