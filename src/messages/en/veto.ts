import { quoted } from '../quoted.js';

/** What to type, where a veto was not triggered. */
export const noVeto = ({ code }: { code: string }) =>
  `if it was not: \`dangan score set ${quoted(code)} no --veto --by WHO --why WHY\``;
