import type { receipt as en } from '../en/receipt.js';
import { thousands } from '../thousands.js';
import { itemsOf } from './items.js';

/** 依照《电子档案移交与接收办法》所附登记表的栏目。 */
export const receipt: typeof en = {
  description: '核验迎检包，生成移交与接收登记表（HTML 或 Word）',
  examples: [
    ['dangan receipt 迎检包.zip', '生成“迎检包-登记表.html”，用浏览器打开，打印成一页'],
    ['dangan receipt 迎检包.zip -o 登记表.docx', '生成 Word 文档，可以接着填写'],
    ['dangan receipt 迎检包.zip --key 某局.pub', '并核对签名；签名无效就不生成'],
  ],
  output:
    '登记表文件，.html 或 .docx；不写时为当前文件夹里的“包名-登记表.html”，当前文件夹在档案里时放在包的旁边',
  badOutput: (d) => `登记表只能写成 .html 或 .docx，不能是“${d.path}”`,
  progress: (d) => `正在核验 ${d.percent}%，共 ${d.size}`,
  digesting: (d) => `正在计算摘要 ${d.percent}%，共 ${d.size}`,
  fileName: (d) => `${d.name}-登记表.html`,
  done: (d) => `文件与清单相符，登记表已生成：${d.path}`,
  inArchive:
    '登记表在档案的文件夹里，不是材料，也不会打进迎检包；用 git 的请移到别处再提交，或用 -o 写到别处。',
  next: '打印后由双方检验、签字、盖章；空着的栏目由人填写。',
  title: '电子档案移交与接收登记表',
  task: '交接工作名称',
  taskOf: (d) => `${d.unit}${d.unit === '' ? '' : ' '}迎检材料移交（${d.name}）`,
  content: '内容描述',
  about: (d) => (d.about === '' ? '' : `对应测评体系：${d.about}${d.issuer && `（${d.issuer}）`}`),
  period: (d) => `材料所属期间：${d.period.join(' 至 ')}`,
  form: (d) =>
    `BagIt${d.version && ` ${d.version}`} ${d.kind === 'folder' ? '文件夹' : `压缩包（${d.kind}）`}`,
  bundle: (d) =>
    [
      d.form,
      d.packed && `${d.packed} 打包`,
      d.bagCount && `第 ${d.bagCount.replace(' of ', ' 包，共 ')} 包`,
      d.signature,
    ]
      .filter((each) => each !== '')
      .join('，'),
  signature: (d) =>
    d.is === 'valid'
      ? `签名有效（公钥 ${d.key}）`
      : d.is === 'none'
        ? '没有签名'
        : '有签名，没有核对',
  signatureNote: (d) =>
    d.is === 'none'
      ? '包里没有签名：打包以后改过没有，登记表证明不了；请与打包时显示的校验码核对。'
      : '包里有签名，没有核对；要核对，请用 --key 给出签名单位的公钥。登记表上也这样写明。',
  quantity: '移交电子档案数量',
  items: itemsOf,
  volume: '移交数据量',
  bytes: (d) => `（${thousands(d.bytes)} 字节）`,
  medium: '载体起止顺序号',
  mediumKind: '载体类型、规格',
  checks: '检验内容',
  sender: (d) => `移交单位：${d.unit}`,
  receiver: '接收单位：',
  checkRows: [
    ['准确性检验', '范围正确，前后一致'],
    ['完整性检验', '应交的都交了'],
    ['可用性检验', '打得开，读得出'],
    ['安全性检验', '无病毒，无多余文件'],
    ['载体外观检验', '清洁，无划痕'],
  ],
  digest: '数字摘要',
  digestNote: '（算法：SHA-256）',
  file: (d) => `${d.name}（${thousands(d.bytes)} 字节）：`,
  tagManifest: '校验码（tagmanifest-sha256.txt）：',
  signRows: ['填表人（签名）', '审核人（签名）'],
  seal: '单位（印章）',
  date: '年　　月　　日',
  measured: (d) =>
    `数量、数据量、数字摘要由 dangan 核验迎检包后填入${d.software && `（打包软件：${d.software}）`}；其余由交接双方填写。本表一式两份，双方各执一份。`,
  howToCheck:
    '核对：用 dangan verify 核验时显示的校验码应与本表相同；或用 certutil -hashfile 文件名 SHA256、sha256sum 计算压缩包的摘要，与本表比对。右侧二维码含包名和摘要。',
};
