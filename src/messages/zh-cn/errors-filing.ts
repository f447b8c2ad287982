import { quoted } from '../quoted.js';
import { add } from './add.js';
import { askedFor, exampleList, someOf, type Example } from '../lists.js';
import { profileFault } from './profile.js';
import type { filingErrors as en } from '../en/errors-filing.js';

function builtIn(examples: readonly Example[]): string {
  const list = exampleList(examples, (base) => `（在 ${base} 上增加）`);
  return `内置示例：\n${list}\n    例如：\`dangan init 创建档案 --system ${examples.at(-1)?.id ?? '测评体系.yaml'} --unit 单位全称\``;
}

function oneOf(by: 'year' | 'code' | 'path'): string {
  if (by === 'path') return '请写其中一个的路径';
  return by === 'code'
    ? '请写其中一个的编号，或把名称写全些'
    : '请用 --year 写明年度，或写其中一个';
}

export const filingErrors: typeof en = {
  SYSTEM_MISSING: (d) => [
    '请写明按哪个测评体系建档：--system 后面写 YAML 文件，或内置示例的名称',
    builtIn(d.examples),
  ],
  SYSTEM_UNKNOWN: (d) => [
    `没有名为“${d.system}”的文件或内置示例`,
    d.nearest === undefined ? builtIn(d.examples) : `是不是想写 ${quoted(d.nearest)}？`,
  ],
  SYSTEM_IS_SETTINGS: (d) => [
    `${d.path} 是档案的设置，不是测评体系`,
    `${d.system === undefined ? '请写测评体系的文件，如 `dangan validate criteria.yaml`' : `测评体系在 ${d.system}：\`dangan validate ${quoted(d.system)}\``}；设置写得对不对，\`dangan check\` 会说。`,
  ],
  ARCHIVE_EXISTS: (d) => [
    `${d.path} 里已经有创建档案，没有动它`,
    '要按测评体系补齐文件夹，请在那里运行 `dangan scaffold`。',
  ],
  ARCHIVE_AROUND: (d) => [
    `${d.path} 在创建档案 ${d.outer} 之内，档案里不能再建档案`,
    '请换一个在它之外的文件夹。',
  ],
  ARCHIVE_INSIDE: (d) => [
    `${d.path} 里有 dangan.yaml，是另一个创建档案；档案里不能再放档案，什么都没有动`,
    '请把这个文件夹移到档案之外；要用其中的材料，移出后再用 `dangan add` 归入。',
  ],
  FOLDER_NOT_EMPTY: (d) => [
    `${d.path} 不是空文件夹，里面有 ${d.first}${d.count > 1 ? ` 等 ${d.count} 项` : ''}，没有动它们`,
    '请写一个还不存在的文件夹；建好以后，再用 `dangan add` 把这里的材料归进去。',
  ],
  DEMO_FOLDER_NOT_EMPTY: (d) => [
    `${d.path} 里已经有东西，没有动它们`,
    '请在 --keep 后面换一个文件夹，或者不写 --keep，另用临时文件夹；上次演示留下的还在，可以直接看。',
  ],
  PROFILE_INVALID: (d) => [
    `--profile 与测评体系对不上：\n${d.faults.map((fault) => `  ${profileFault(fault)}`).join('\n')}`,
    '什么都没有新建。请按测评体系里的写法写，如 --profile 名称=值。',
  ],
  TARGET_UNKNOWN: (d) => [
    `没有编号或名称是“${d.to}”的指标`,
    d.asking.length > 0
      ? `这些指标要的材料里有这几个字，请写指标的编号：\n${someOf(askedFor(d.asking), (more) => `……还有 ${more} 条`)}`
      : `${d.nearest === undefined ? `请写指标的编号${d.example === undefined ? '' : `（如 ${d.example}）`}或名称的一部分。` : `是不是“${d.nearest}”？`}全部编号见 \`dangan scaffold --all\`。`,
  ],
  TARGET_WITHOUT_FOLDER: (d) => [
    d.takesFiles
      ? `${d.code} ${d.name}对本单位不适用，没有文件夹`
      : `${d.code} ${d.name}不收材料${d.methods.length === 0 ? '' : `（${d.methods.join('、')}）`}，没有文件夹`,
    d.takesFiles
      ? '适用条件写在测评体系的 applies 里，本单位的情况写在 dangan.yaml 的 unit.profile 里；请看是不是写错了。'
      : `由人定分的，用 \`dangan score set ${d.code} 分数 --by 谁 --why 依据\`；要交材料的，归到要它的指标下面。`,
  ],
  TARGET_IS_VETO: (d) => [
    `“${d.code}”是否决项，没有自己的文件夹`,
    `${d.proof === undefined ? '' : `证明材料“${d.proof}”归到相关的指标下面，题名写成这样，或在台账里写 requirements=${d.proof}。`}有没有发生，用 \`dangan score set ${d.code} 否\` 写明。`,
  ],
  INDICATOR_AMBIGUOUS: (d) => [
    `有 ${d.found.length} 项指标的${d.isCode ? `编号都是“${d.name}”` : `名称里有“${d.name}”`}，分不清是哪一项`,
    `请写其中一项的编号：\n${someOf(
      d.found.map(({ code, name }) => `${code}  ${name}`),
      (more) => `……还有 ${more} 项`,
    )}`,
  ],
  OWNER_UNKNOWN: (d) => [
    `测评体系里没有叫“${d.owner}”的责任科室`,
    d.known.length === 0
      ? '这个体系没有写责任科室：请不用 --owner，或在测评体系里给指标写上 owner。'
      : `${d.nearest === undefined ? '' : `是不是“${d.nearest}”？`}有这些：\n${someOf(d.known, (more) => `……还有 ${more} 个`)}`,
  ],
  TARGET_AMBIGUOUS: (d) => [
    `“${d.to}”对应 ${d.folders.length} 个文件夹`,
    `${oneOf(d.by)}：\n${someOf(d.folders, (more) => `……还有 ${more} 个`)}`,
  ],
  YEAR_UNKNOWN: (d) => [
    d.years.length === 0
      ? '这个档案没有按年度分文件夹，用不上 --year'
      : `这个档案没有 ${d.year} 年的文件夹，只有 ${d.years.join('、')} 年`,
    d.years.length === 0
      ? '请去掉 --year；要按年度分，先在 dangan.yaml 里写 `folders: { years: leaf }`，再运行 `dangan scaffold`。'
      : '请写其中一年。年份由 dangan.yaml 或测评体系里的 window（材料起止日期）决定。',
  ],
  YEAR_NOT_TOLD: (d) => [
    `有 ${d.files.length} 份看不出该归到哪一年，一份也没有动：\n${someOf(
      d.files.map(
        ({ path, year }) =>
          `${path}${year === undefined ? '' : `（${year} 年，没有这一年的文件夹）`}`,
      ),
      (more) => `……还有 ${more} 份`,
    )}`,
    `请用 --year 写明年度，一年一年地归；或先在文件名里写上日期，再一起归。有文件夹的年度：${d.years.join('、')}。`,
  ],
  NOTHING_TO_FILE: (d) => [
    d.unfit[0] === undefined
      ? '没有可以归入的文件'
      : `没有可以归入的文件：${d.unfit[0].shown} ${add.unfit[d.unfit[0].because]}${d.unfit.length > 1 ? `（另有 ${d.unfit.length - 1} 个也不能归入）` : ''}`,
    d.unfit[0]?.because === 'garbled'
      ? '请先把文件改名，再归；Linux 上整批改：`convmv -r -f gbk -t utf8 --notest 文件夹`。'
      : '请写文件或文件夹（如 `dangan add *.docx --to 1.1`），或从标准输入给出清单。',
  ],
  FILED_NAME_TOO_LONG: (d) => [
    `${d.count > 1 ? `有 ${d.count} 份的名称` : '名称'}过长：${d.name} 有 ${d.bytes} 字节，最多 ${d.longest} 字节（约 85 个汉字），一份也没有归入`,
    d.alone === undefined
      ? '请用 --title 写一个短些的题名，或先把文件名改短；题名不会自动截断。'
      : `请先单独归这一份，写一个短些的题名：\`dangan add ${quoted(d.alone.path)} --to ${quoted(d.alone.to)} --title 短些的题名\`，再归其余的（这一份不会重复归入）；题名不会自动截断。`,
  ],
  FOLDER_FULL: (d) => [
    `${d.folder} 的序号到 ${d.highest} 为止，放不下另外 ${d.count} 份，一份也没有归入`,
    d.isEverFull
      ? '三位序号也只到 999。请把一部分归到别的指标；几年的都在里面的，可以在 dangan.yaml 里写 `folders: { years: leaf }`，每年一个文件夹，再归一次。'
      : '请在 dangan.yaml 里写 `naming: { digits: 3 }`，运行 `dangan fix` 后再归入。',
  ],
  SOURCE_IS_ARCHIVE: (d) => [
    `${d.path} 是档案本身或它的组成部分，一份也没有归入`,
    '请写明要归入的文件。',
  ],
  SOURCE_IS_WHOLE: (d) => [
    `${d.path} 是${d.mark === 'bagit.txt' ? '一个迎检包' : '另一个创建档案'}（里面有 ${d.mark}），不能整个当材料，一份也没有归入`,
    `${d.mark === 'bagit.txt' ? '' : `是这份档案的拷贝的，\`dangan merge ${quoted(d.path)}\` 把新材料和台账并进来。`}只要其中几份的，里面的材料在 ${d.evidence}：\`dangan add ${quoted(`${d.evidence}/文件夹/材料.pdf`)} --to 指标编号\`。`,
  ],
  SOURCE_IS_FILED: (d) => [
    `${d.path} 已经在档案里，一份也没有动`,
    `要归到别的指标，用 \`dangan move ${quoted(d.path)} --to ${quoted(d.to)}\`：先列出方案，台账一起过去。`,
  ],
  MOVE_NO_EVIDENCE: (d) => [
    `${d.path} 不是这个档案的材料，一份也没有动`,
    '请写指标文件夹里的文件，或编号加序号，如 `2.2/05`。不在档案里的，用 `dangan add` 归入。',
  ],
  MOVE_AMBIGUOUS: (d) => [
    `${d.path} 有 ${d.names.length} 份：${d.names.join('、')}`,
    '请写出文件名。',
  ],
};
