import { quoted } from '../quoted.js';

/** What to type, where a veto was not triggered. */
export const noVeto = ({ code }: { code: string }) =>
  `没有发生就填：\`dangan score set ${quoted(code)} 否 --veto --by 谁 --why 依据\``;
