export const treeFindings = {};
