import type { keyErrors as enErrors, keygen as en } from '../en/signing.js';

export const keygen: typeof en = {
  description: '生成给迎检包签名用的密钥对（minisign 格式）',
  examples: [
    ['dangan keygen', '存到用户文件夹的 .minisign 里，会请您设一个口令'],
    ['dangan keygen -o D:\\密钥\\本局.key', '存到别处，公钥“本局.pub”放在旁边'],
    ['dangan keygen --no-password -o ci.key', '不设口令，供自动化程序使用'],
  ],
  options: {
    output: '私钥文件；不写时为用户文件夹里的 .minisign/dangan.key',
    passwordFile: '口令文件，取第一行（也可以用环境变量 DANGAN_KEY_PASSWORD）',
    noPassword: '私钥不设口令',
  },
  ask: (d) => `请输入 ${d.path} 的口令：`,
  askNew: '请为新密钥设一个口令（输入时不显示）：',
  askAgain: '请再输入一次：',
  differ: '两次输入的不一样，请重新输入。',
  empty: '口令不能为空；确实不要口令，请加 --no-password。',
  unlocked: '这把私钥没有口令，谁拿到文件都能以您的名义签名，请不要让别人读到它。',
  done: (d) => `已生成密钥对，编号 ${d.id}`,
  label: { secret: '私钥', public: '公钥', next: '下一步' },
  secretFor: '只归您自己用。请另存一份在稳妥的地方，不要放进档案或迎检包。',
  publicFor: '交给收包的人，交一次即可；不要和迎检包一起给。',
  next: (d) => `dangan pack --sign ${d.path}`,
  checkNext: (d) => `dangan verify 迎检包.zip --key ${d.key}`,
};

const kinds = { public: '公钥', secret: '私钥', other: '密钥文件' };

export const keyErrors: typeof enErrors = {
  KEY_INVALID: (d) => [
    d.is === 'other'
      ? `${d.key} 不是${kinds[d.wanted]}`
      : `${d.key} 是${kinds[d.is]}，这里要用${kinds[d.wanted]}`,
    d.wanted === 'secret'
      ? '签名要用私钥，即 `dangan keygen` 或 `minisign -G` 生成的 .key 文件。'
      : '请写公钥：.pub 文件，或文件里以 RW 开头的最后一行。',
  ],
  KEY_PASSWORD_NEEDED: (d) => [
    d.path === undefined ? '新密钥要设口令，这里没法询问' : `${d.path} 要输入口令，这里没法询问`,
    '请在终端里运行，或用 --password-file、环境变量 DANGAN_KEY_PASSWORD 给出口令。',
  ],
  KEY_PASSWORD_WRONG: (d) => [
    `口令打不开 ${d.path}`,
    '请留意大小写和输入法，再试一次。忘了口令，只能用 `dangan keygen` 另生成一对密钥。',
  ],
  KEY_INSIDE_ARCHIVE: (d) => [
    `${d.path} 在档案 ${d.root} 里面：私钥不能跟着档案交出去`,
    '请放到别处，例如用户文件夹的 .minisign 里。',
  ],
  KEY_MEMORY: () => [
    '内存不够，没法处理密钥的口令（最多要用 1 GB，几秒钟）',
    '请关掉一些程序再运行。',
  ],
};
