/** `说明文件.txt`: what the bundle is, and how to verify it with what every computer has. */
import { SIGNATURE_FILE, SIGNED_FILE } from '../../signature/of-bundle.js';
import type { BagFacts } from '../bag/bag-info.js';
import type { BundlePart } from '../types.js';

/** For Notepad: it shows UTF-8 rightly in every version of Windows when this comes first. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What the notice tells, besides what the bag itself says. */
interface Told {
  readonly size: string;
  /** A file of the payload, as in the manifest. */
  readonly example: string | undefined;
  /** Errors known when it was packed, and not mended; and what was let pass. */
  readonly known: { readonly error: number; readonly waived: number };
  /** Id of the key that it is signed with. */
  readonly signedBy: string | undefined;
}

/**
 * The lines are in Chinese whatever language packed it: the bundle goes to people, and its bytes must not depend on
 * who packed it.
 */
export function formatNotice(facts: BagFacts, told: Told): string {
  const { example = 'data/…', signedBy } = told;
  const lines = [
    '迎检包说明',
    '',
    ...factLines(facts, told),
    '',
    ...LOOK,
    '',
    ...verifyLines(example),
    '',
    ...DIGEST,
    '',
    ...(signedBy === undefined ? [] : signatureLines(signedBy)),
    ...formatLines(signedBy !== undefined),
    '',
  ];
  return BYTE_ORDER_MARK + lines.join('\r\n');
}

function factLines(facts: BagFacts, { size, known }: Told): string[] {
  const { name, unit, system, today, software, payload, part } = facts;
  const items = payload.files - payload.ledgers;
  return [
    `包名：${name}`,
    `单位：${unit || '（未填写）'}`,
    `测评体系：${[system.title, system.edition].filter(Boolean).join(' ')}`,
    ...(system.issuer ? [`发布单位：${system.issuer}`] : []),
    `打包日期：${today}`,
    ...(part ? partLines(part) : []),
    `材料：${items} 件${payload.ledgers > 0 ? `，另有台账 ${payload.ledgers} 个` : ''}，共 ${size}（${payload.bytes} 字节）`,
    `打包软件：${software}`,
    ...(known.error > 0
      ? [`打包时还有 ${known.error} 个错误没有改（见 index.html，全部在 checks.json）`]
      : []),
    ...(known.waived > 0
      ? [`打包时有 ${known.waived} 个问题经说明不计入（见 index.html，全部在 checks.json）`]
      : []),
  ];
}

const LOOK = [
  '一、怎样查看',
  '',
  '双击 index.html，用浏览器按指标查看；不需要联网，不需要安装软件。',
  '材料在 data 文件夹中，按指标分层存放，也可以直接打开。',
  '如果收到的是 zip 文件，请先全部解压，再打开 index.html。',
];

function verifyLines(example: string): string[] {
  return [
    '二、怎样核验材料有没有变动',
    '',
    'manifest-sha256.txt 逐行列出 data 中每个文件的 SHA-256 值和路径，',
    'tagmanifest-sha256.txt 列出其余文件的 SHA-256 值和路径。三种办法任选一种：',
    '',
    '1. Windows 核验全部文件：在本文件夹空白处按住 Shift 键点右键，',
    '   选“在此处打开 PowerShell 窗口”，粘贴下面一行，回车。',
    '   没有变动时只显示“核验完毕”，否则逐个列出不符的文件。',
    '',
    ...POWERSHELL,
    '',
    '2. Windows 核验一个文件：在“命令提示符”中输入下面一行（换成要核验的文件），',
    '   显示的值与 manifest-sha256.txt 中该文件那一行开头的值相同，即没有变动。',
    '',
    `certutil -hashfile "${example.replaceAll('/', '\\')}" SHA256`,
    '',
    '3. Linux（统信、麒麟等）或苹果电脑：在本文件夹打开终端，输入：',
    '',
    'sha256sum -c --quiet manifest-sha256.txt && sha256sum -c --quiet tagmanifest-sha256.txt && echo 核验完毕',
    '',
    '   苹果电脑把 sha256sum 换成 shasum -a 256。',
    '',
    '以上三种办法只核对清单列出的文件，不会发现多出来的文件；整包有没有被人连同清单一起改过，要看下面的校验码。',
  ];
}

const DIGEST = [
  '三、怎样核对校验码',
  '',
  '打包时显示的“校验码”是 tagmanifest-sha256.txt 的 SHA-256 值，包内全部文件由它逐级固定。',
  '请向打包的人索取校验码（电话、盖章的纸质清单都可以，不要用随包寄来的），与下面算出的值比对，',
  '一致才说明整包没有被人改动后重新生成清单。任选一种：',
  '',
  'certutil -hashfile tagmanifest-sha256.txt SHA256',
  '(Get-FileHash tagmanifest-sha256.txt -Algorithm SHA256).Hash',
  'sha256sum tagmanifest-sha256.txt',
  '',
  '装有 dangan 的电脑可以直接用 dangan verify 核验整包，多出的文件也会发现，并显示校验码。',
];

function formatLines(isSigned: boolean): string[] {
  return [
    `${isSigned ? '五' : '四'}、本包的格式`,
    '',
    '本包符合 BagIt 1.0（RFC 8493），不加密，没有专有格式。各文件的用途：',
    '',
    'data                     佐证材料',
    'index.html               按指标查看材料的网页',
    'index.json               指标与材料目录：题名、大小、SHA-256、原文件名',
    'criteria.yaml            打包时所用的测评体系',
    'checks.json              打包时的检查结果',
    'bag-info.txt             打包单位、日期、文件数与字节数',
    'bagit-profile.json       本测评体系对迎检包的要求',
    'manifest-sha256.txt      材料清单及 SHA-256 值',
    'tagmanifest-sha256.txt   其余文件清单及 SHA-256 值',
    ...(isSigned ? [`${SIGNATURE_FILE}  对上一文件的签名`] : []),
  ];
}

function partLines({ number, count, others }: BundlePart): string[] {
  return [
    `分包：材料分成 ${count} 个包，这是第 ${number} 个，可以单独查看和核验；其余的是第 ${others.map((each) => each.number).join('、')} 个，文件名的末尾写着`,
  ];
}

/** The public key is not told here: whoever exchanges the bundle would exchange it too. */
function signatureLines(key: string): string[] {
  return [
    '四、怎样核对签名',
    '',
    `本包用编号为 ${key} 的密钥签名，签名在 ${SIGNATURE_FILE} 中，由它可以确认是谁打的包。`,
    '请向打包的人另行索取公钥（RW 开头的一串字符，不要用随包寄来的），再任选一种办法：',
    '',
    '装有 dangan 的电脑（整包、文件夹都可以）：',
    'dangan verify 迎检包.zip --key 公钥',
    '装有 minisign 的电脑，解压后在本文件夹中：',
    `minisign -Vm ${SIGNED_FILE} -P 公钥`,
    '再照第二部分核验全部文件。收到的是 zip 文件和旁边的 .minisig 文件时，也可以不解压：',
    'minisign -Vm 迎检包.zip -P 公钥',
    '',
  ];
}

/** For Windows PowerShell 5, which every Windows since 10 has: it reads UTF-8 only when told so. */
const POWERSHELL = [
  "'manifest-sha256.txt','tagmanifest-sha256.txt' | ForEach-Object { Get-Content -LiteralPath $_ -Encoding UTF8 } | " +
    "ForEach-Object { $h, $p = $_ -split '  ', 2; $f = Get-FileHash -LiteralPath $p -Algorithm SHA256 " +
    '-ErrorAction SilentlyContinue; if ($f.Hash -ne $h) { "不符：$p" } }; \'核验完毕\'',
];
