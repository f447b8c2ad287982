export const boxes = {
  numbered: (d: { number: number }) => `Box ${d.number}`,
  retention: (d: { code: string }) =>
    d.code === 'Y' ? 'Permanent' : d.code.replace(/^D(\d+)$/, '$1 years'),
  spine: {
    fonds: 'Fonds',
    years: 'Year',
    retention: 'Retention',
    part: 'Subject',
    first: 'From item',
    last: 'To item',
    number: 'Box',
  },
  endOf: (d: { code: string; number: number | undefined }) =>
    [d.code, d.number === undefined ? '' : `No. ${d.number}`]
      .filter((each) => each !== '')
      .join('\n'),
  scale:
    'Print at actual size (100 %), not “fit to page”: this line is 100 mm long. Cut along the frame.',
};
