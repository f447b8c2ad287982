/** What `verify` and `unpack` take from a package at most. */
export const limits = {
  options: {
    entries: 'refuse a package of more entries than this (2,000,000 when left out)',
    total: 'refuse a package that unpacks to more than this, such as 200G (no limit when left out)',
    ratio:
      'refuse a package of more than 1 GB that unpacks to more than this many times its own size (100 when left out)',
  },
  countForm: (d: { option: string; value: string }) =>
    `${d.option} takes a number from 1 up; it was given “${d.value}”`,
  sizeForm: (d: { value: string }) =>
    `--max-total cannot be “${d.value}”; it is a size such as 200G, 700M, 4GiB or a number of bytes`,
};
