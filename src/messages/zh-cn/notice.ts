import type { notice as en } from '../en/notice.js';

export const notice: typeof en = {
  description: '给科室的待办单：还差什么，一个科室一份，可打印、可发送',
  examples: [
    ['dangan notice -o 待办单.docx', '各科室的在一个文件里，每个科室另起一页'],
    ['dangan notice -o 待办单/ --due 2026-12-01', '每个科室一个 Word 文件'],
    ['dangan notice --owner 办公室,工会 -o 待办单.pdf', '只要这几个科室的'],
  ],
  options: {
    path: '档案所在文件夹；不写时用当前文件夹所在的档案',
    output: '写到哪个文件（.docx、.xlsx、.pdf、.html 或 .csv），或哪个文件夹（每个科室一个文件）',
    type: '写到文件夹时用哪种文件，不写就是 docx',
    owner: '只要这些责任科室的，用逗号隔开',
    indicator: '只要这个指标的：编号，或名称的一部分',
    state: '只列出这几种状态，用逗号隔开',
    due: '请科室在哪一天以前交齐，印在单子上',
    today: '按哪一天判断是否到期（2026-03-01），不写就是今天',
    force: '已有同名文件时换成新的',
    format: '屏幕上显示的格式',
  },
  heading: '佐证材料待办单',
  fileName: (d) => `${d.owner}待办单`,
  nobody: '未写明责任科室',
  unsaid: '佐证材料（体系没有写明要哪些）',
  owner: '责任科室',
  about: {
    unit: (d) => `单位：${d.unit}`,
    system: (d) => `测评体系：${d.title}`,
    owner: (d) => `责任科室：${d.owner}`,
    count: (d) =>
      `截至 ${d.today}，要办 ${d.count} 条${d.points === undefined ? '' : `，涉及的指标共 ${d.points} 分`}`,
    due: (d) => `请于 ${d.due} 前交齐`,
    names: '文件名请写明日期和内容，不用编号；照片请附说明：时间、地点、人物、事由。',
  },
  columns: {
    number: '序号',
    indicator: '指标',
    points: '分值',
    requirement: '要交的材料',
    state: '状态',
    found: '已有',
    lacks: '还差什么、要核对什么',
    note: '签收',
  },
  done: (d) => `待办单已写到 ${d.path}：${d.owners} 个科室，要办 ${d.count} 条`,
  line: (d) => `${d.count} 条${d.points === undefined ? '' : `，${d.points} 分`}`,
  shared: (d) => `其中 ${d.count} 条由几个科室共同负责，各家的单子里都有，合计只算一次`,
  nothing: '所问的科室没有要办的，没有写文件。',
  quiet: (d) => `没有要办的：${d.owners.join('、')}`,
  noOutput: (d) =>
    `请用 -o 写明写到哪个文件，扩展名可以是 ${d.known.join('、')}；写一个文件夹，就每个科室一个文件`,
  badOutput: (d) =>
    `写不了“${d.path}”这种文件；扩展名可以是 ${d.known.join('、')}。如果是文件夹，请在末尾加 /`,
  typeOfFile: (d) => `“${d.path}”是一个文件，写成哪种看它的扩展名；--type 用于文件夹`,
};
