import type { fileFindings as en } from '../en/findings-file.js';
import { sizeWords } from '../size.js';
import { identify } from './identify.js';

const { formats, classes } = identify;

/** `是 PDF`, `是网页`: Latin letters stand apart. */
const isA = (format: keyof typeof formats) => {
  const name = formats[format];
  return /^[ -~]/.test(name) ? `是 ${name}` : `是${name}`;
};

const named = (format: keyof typeof formats | undefined) =>
  format === undefined ? '这个文件' : `这个文件${isA(format)}，`;

const nameOf = (allowed: keyof typeof formats | keyof typeof classes) =>
  allowed in classes ? classes[allowed as keyof typeof classes] : allowed;

export const fileFindings: typeof en = {
  'content-empty/empty': () => '文件是空的（0 字节）；找到原件，重新复制一份过来',
  'content-type-mismatch/extension': (d) =>
    `扩展名是 ${d.extension}，内容却${isA(d.format)}，双击多半打不开；核对后可以把扩展名改为 ${d.wanted}，也可以打开后另存为 ${d.extension}`,
  'content-type-mismatch/text': (d) =>
    `扩展名是 ${d.extension}，内容却只是一段文字；请提供的人重新给一份`,
  'content-type-mismatch/none': (d) =>
    `没有扩展名，双击打不开；内容${isA(d.format)}，核对后可以补上 ${d.wanted}`,
  'content-type-mismatch/unknown': (d) =>
    `扩展名是 ${d.extension}，内容却不是，也看不出是什么格式；请提供的人重新给一份`,
  'content-type-mismatch/encrypted': (d) =>
    `${named(d.format)}有密码，测评时打不开；请知道密码的人打开后去掉密码再保存，或另存为 PDF`,
  'content-type-mismatch/truncated': (d) =>
    `${named(d.format)}不完整，缺后半部分，多半是没有复制完、下载完；找到原件，重新复制一份过来`,
  'content-type-mismatch/damaged': (d) =>
    `${named(d.format)}已经损坏，打不开；请提供的人重新给一份，或从备份里找回`,
  'content-type-mismatch/unreadable': () =>
    '这个文件从磁盘上读不出来；看看是不是正被别的程序打开、有没有读取权限，然后再检查一遍',
  'content-type-not-allowed/format': (d) =>
    `${formats[d.format]}，不在允许的格式之内；允许的是${d.allowed.map(nameOf).join('、')}`,
  'content-type-not-allowed/packed': () =>
    '压缩包：里面的材料看不到，不算数；请解开，用 `dangan add` 归入里面的文件，再拿走压缩包',
  'content-too-large/bytes': (d) => `有 ${sizeWords(d.bytes)}，超过规定的 ${sizeWords(d.largest)}`,
  'content-pointer-only/lfs': () =>
    '只是 Git LFS（或 git-annex）的占位，不是文件本身；在仓库里运行 `git lfs pull`（或 `git annex get`）取回',
  'content-pointer-only/cloud': () =>
    '文件还在网盘上，这里只有占位；在网盘客户端里把它下载下来（如 OneDrive 的“始终保留在此设备上”），然后再检查一遍',
  'content-pointer-only/download': () => '没有下载完；等它下载完，或重新复制一份过来',
  'content-duplicate/same': (d) =>
    `与 ${d.first} 是同一个文件；留一份就够了，在它的台账里用 references 写上还能证明的指标`,
};
