import type {
  bagProfileErrors as enErrors,
  bagProfileFindings as enFindings,
} from '../en/bag-profile.js';
import type { BagProfileFault, JsonFault } from '../faults.js';

const EXPECTED = {
  value: '一个值',
  key: '用英文引号（"）括起的字段名',
  colon: '英文冒号（:）',
  'comma-or-brace': '英文逗号（,）或 }',
  'comma-or-bracket': '英文逗号（,）或 ]',
  end: '文件结尾',
} as const;

function json(d: JsonFault): string {
  switch (d.fault) {
    case 'expected':
      return `不是 JSON：这里应是${EXPECTED[d.expected]}，${d.found === '' ? '文件却结束了' : `现为“${d.found}”`}`;
    case 'twice':
      return `“${d.key}”写了两次，不知以哪个为准`;
    case 'text':
      return '不是 JSON：这段文字少了结尾的引号';
    case 'escape':
      return '不是 JSON：这段文字里的转义（\\）没有意义';
    case 'deep':
      return '嵌套太深，不像是约定文件';
  }
}

const TYPES = {
  object: '一组字段 { … }',
  array: '列表 [ … ]',
  string: '引号括起的文字',
  boolean: 'true 或 false',
} as const;

const at = (where: string) => (where === '' ? '' : `${where}：`);

function bagProfileFault(d: BagProfileFault): string {
  switch (d.wrong) {
    case 'not-text':
      return '不是 UTF-8 编码的文字';
    case 'json':
      return json(d.json);
    case 'missing':
      return `${at(d.where)}缺少 ${d.key}`;
    case 'type':
      return `${at(d.where)}应是${TYPES[d.expected]}`;
    case 'value':
      return `${at(d.where)}“${d.found}”不在可用的值（${d.allowed.join('、')}）之中`;
    case 'empty':
      return `${at(d.where)}不能为空`;
    case 'not-allowed':
      return `${d.list}-Required 要求有“${d.name}”，${d.list}-Allowed 却不允许`;
    case 'fetch':
      return 'Fetch.txt-Required 要求有 fetch.txt，Allow-Fetch.txt 却不允许';
    case 'no-formats':
      return `Serialization 为 ${d.serialization}，Accept-Serialization 须写明可用的格式`;
  }
}

export const bagProfileErrors: typeof enErrors = {
  BAG_PROFILE_INVALID: (d) => [
    `${d.path} 不是可用的 BagIt 约定文件（profile）：\n${d.problems.map((each) => `    第 ${each.at.line} 行第 ${each.at.column} 列  ${bagProfileFault(each)}`).join('\n')}`,
    '请制定这份约定的单位改正。现在什么都没有核验。',
  ],
};

const meant = (nearest: string | undefined) => (nearest ? `（是否应为 ${nearest}）` : '');

export const bagProfileFindings: typeof enFindings = {
  'bundle-profile-invalid/fault': (d) =>
    `不是 BagIt 约定文件：第 ${d.line} 行第 ${d.column} 列，${bagProfileFault(d.fault)}`,
  'bundle-profile-form/version': (d) => `BagIt ${d.version}，约定可用 ${d.accepted}`,
  'bundle-profile-form/folder': (d) => `是文件夹，约定应为一个文件（${d.accepted}）`,
  'bundle-profile-form/file': (d) => `是一个 ${d.form} 文件，约定应为文件夹`,
  'bundle-profile-form/format': (d) => `是 ${d.form} 文件，约定可用 ${d.accepted}`,
  'bundle-profile-form/unknown': (d) =>
    `约定里有“${d.key}”，BagIt 约定没有这一项${meant(d.nearest)}，没有核对`,
  'bundle-profile-info/identifier': (d) =>
    d.found === ''
      ? `没有 BagIt-Profile-Identifier，应为 ${d.expected}`
      : `BagIt-Profile-Identifier 是 ${d.found}，这份约定的是 ${d.expected}`,
  'bundle-profile-info/required': (d) => `缺少 ${d.label}`,
  'bundle-profile-info/recommended': (d) => `没有 ${d.label}，约定建议填写`,
  'bundle-profile-info/empty': (d) => `${d.label} 没有填写内容`,
  'bundle-profile-info/repeated': (d) => `${d.label} 写了 ${d.count} 次，约定只能写一次`,
  'bundle-profile-info/value': (d) => `${d.label} 是“${d.found}”，约定可用 ${d.allowed}`,
  'bundle-profile-manifest/required': () => '约定要求有这份清单，包内没有',
  'bundle-profile-manifest/forbidden': (d) => `约定不允许这份清单，可用 ${d.allowed || '（无）'}`,
  'bundle-profile-file/tag-required': () => '约定要求有这个文件，包内没有',
  'bundle-profile-file/tag-forbidden': () => '约定不允许与材料并列放这个文件',
  'bundle-profile-file/payload-required': () => '约定要求有这个文件，包内没有',
  'bundle-profile-file/folder-required': () => '约定要求有这个文件夹，且里面有内容',
  'bundle-profile-file/payload-forbidden': () => '约定不允许有这个文件',
  'bundle-profile-file/not-empty': (d) => `约定 data 内应为空，现有 ${d.count} 个文件`,
  'bundle-profile-file/fetch-forbidden': () => '约定不允许有 fetch.txt',
  'bundle-profile-file/fetch-required': () => '约定要求有 fetch.txt，包内没有',
};
