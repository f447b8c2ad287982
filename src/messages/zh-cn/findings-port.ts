import type { portFindings as en } from '../en/findings-port.js';
import { listed } from './listed.js';

export const portFindings: typeof en = {
  'port-illegal-char/colon': (d) =>
    `半角冒号“:”在 Windows 上另有用途，内容会打不开，应写全角“：”${nameOr(d.suggested)}`,
  'port-illegal-char/characters': (d) =>
    `名称里有 Windows 不允许的字符 ${d.characters.join(' ')}${nameOr(d.suggested)}`,
  'port-illegal-char/undecodable': (d) =>
    `“${d.name}”里有认不出的字符，是用别的编码写的，请手工改名`,
  'port-reserved-name/device': (d) => `这是 Windows 留给设备的名称，会打不开${nameOr(d.suggested)}`,
  'port-trailing-dot-space/dot': (d) => `名称以点结尾，Windows 会把它去掉${nameOr(d.suggested)}`,
  'port-trailing-dot-space/space': (d) =>
    `名称以空格结尾，Windows 会把它去掉${nameOr(d.suggested)}`,
  'port-name-too-long/name': (d) =>
    `名称有 ${d.units} 个字符（${d.bytes} 字节），超过各系统都能保存的 ${d.limit} ${d.units > d.limit ? '个字符' : '字节'}，请把题名缩短到 80 个汉字以内`,
  'port-path-too-long/files': (d) =>
    `有 ${d.count} 份材料的完整路径超过 ${d.limit} 个字符（最长 ${d.length}，其中档案所在位置按 ${d.root} 个字符算），请缩短题名，或在测评体系里用 folder: 给指标起个短名`,
  'port-name-collision/same': (d) =>
    `${listed(d.names)}在其他系统上或迎检包里是同一个名称，请给其余的改名`,
  'port-unicode-form/form': (d) =>
    `名称里的字母和它上面的符号分成两个字符写，别的系统和 git 会当作另一个名称${nameOr(d.suggested)}`,
  'port-unicode-form/invisible': (d) =>
    `名称里有看不见的字符 ${d.characters.join(' ')}${nameOr(d.suggested)}`,
  'port-unicode-form/space': (d) =>
    `名称里有${d.characters.join() === 'U+3000' ? '全角空格' : `不是普通空格的空格 ${d.characters.join(' ')}`}${nameOr(d.suggested)}`,
};

function nameOr(suggested: string | undefined): string {
  return suggested === undefined ? '，请手工改名' : `，可以改为“${suggested}”`;
}
