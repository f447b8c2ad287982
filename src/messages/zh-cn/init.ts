import type { init as en } from '../en/init.js';
import { profileFields } from './profile.js';
import { windowFault } from './window.js';

export const init: typeof en = {
  description: '按测评体系新建档案',
  directory: '要新建的文件夹，不写就是当前文件夹',
  system: '测评体系：YAML 文件，或内置示例的名称；不写就列出有哪些内置示例',
  unit: '档案所属单位的全称',
  profile: '单位情况，决定哪些指标适用（如 人数=120），可写多次',
  profileForm: '名称=值',
  window: '材料的起止日期：2018-01-01..2020-12-31，或 2018..2020',
  filled: '连同示例的材料、台账和人工分值一起新建，用来试用 status 和 score',
  format: '结果的格式',
  examples: [
    ['dangan init --system yuhang-tax-archive --unit 余杭国税局', '用内置示例在当前文件夹新建'],
    ['dangan init 创建档案 --system 测评体系.yaml --unit 县水利局', '用自己的文件，建在新文件夹里'],
  ],
  isFilled: (d) =>
    `已放入示例材料。示例按 ${d.today} 这一天编，查看时请写明：\`dangan status --today ${d.today}\``,
  notFilled: (d) => `${d.system} 没有配套的示例材料，--filled 只能用于内置示例`,
  made: (d) => `档案已建好：${d.path}`,
  facts: { system: '测评体系', unit: '单位', folders: '文件夹', left: '不适用' },
  leftOut: (d) => `不适用本单位的末级指标 ${d.count} 项，没有建文件夹`,
  badFolder: (d) => `Windows 上不能有叫“${d.name}”的文件夹，请换个名称`,
  profileTwice: (d) => `--profile 写了不止一次“${d.field}”`,
  unanswered: (d) =>
    `注意：哪些指标适用要看单位情况，这次没有写明，各种情况的文件夹都建了，其中会有别的单位的：\n${profileFields(d.fields)}  还没有归入材料时，请删去新建的文件夹，再运行 \`${d.words}\`\n`,
  systemFacts: (d) => `${d.title}（末级指标 ${d.leaves} 项）`,
  folderFacts: (d) => `${d.folder}/ 下 ${d.count} 个`,
  next: '接下来',
  nextFiles: '文件…',
  nextAdd: (d) => `把材料归入指标 ${d.code}`,
  nextCheck: '看文件夹和文件名哪里不规范、还有多少指标没有材料',
  badWindow: (d) => `--window ${windowFault(d)}`,
  remarks: {
    head: '本档案的设置。以 # 开头的行是说明，去掉 # 就生效。',
    unit: '档案所属单位，名称会出现在迎检包和打印的目录上。',
    profile: '单位情况，测评体系用它判断哪些指标适用。',
    system: '测评体系文件，文件夹按它建立。',
    window: '材料的起止日期；不写就用测评体系里的。',
    naming: '序号位数：一个文件夹超过 99 份材料时改为 3。',
    folders: '年度文件夹：none 不设，top 在最上一级，leaf 在末级指标之下。',
    catalogue: '目录里的档号：全宗号、保管期限（永久、30年、10年）、机构代码；不写就不编档号。',
    rules: '每条规则的严重程度：error、warning、info，或 off 不检查。规则见 `dangan rules`。',
  },
};
