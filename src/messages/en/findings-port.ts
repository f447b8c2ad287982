export const portFindings = {};
