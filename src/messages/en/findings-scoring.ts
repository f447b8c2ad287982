export const scoringFindings = {};
