/** On every sheet that is printed. */
export const paper = {
  page: (d: { page: number; pages: number }) => `Page ${d.page} of ${d.pages}`,
  /** Around a number that the word processor puts in. */
  pageAround: ['Page ', ''] as readonly [string, string],
};
