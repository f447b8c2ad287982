/** What is told of the footers of documents. */
export const footerFindings = {
  'content-footer-name/lacking': (d: { count: number; first: string }) =>
    d.count === 1
      ? `The footer of ${d.first} does not have its name; \`dangan stamp\` puts it there`
      : `${d.count} documents do not have their names in their footers, such as ${d.first}; \`dangan stamp\` puts them there`,
};
