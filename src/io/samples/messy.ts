/** What departments hand in: the same few documents, and names as people give them. */
import { docx, leftover, pdf, photo, text, video, xlsx, type Sample } from './index.js';

/** What the office hands in as one folder; by its numbers it reads as a list. */
export const FROM_OFFICE: readonly Sample[] = [
  docx('1.创建领导小组文件.docx', '关于成立文明单位创建领导小组的通知', [
    '各科室：',
    '为加强对文明单位创建工作的领导，经局党组研究，决定成立创建领导小组。',
    '领导小组下设办公室，办公室设在局办公室，负责日常工作。',
  ]),
  docx('02-2020年度工作计划(1).docx', '2020年度精神文明建设工作计划', [
    '一、指导思想：坚持物质文明和精神文明两手抓。',
    '二、工作目标：巩固提高，争创省级文明单位。',
    '三、主要措施：每季度召开一次领导小组会议，每月开展一次志愿服务。',
  ]),
  docx('（3）会议纪要 最终版.docx', '创建工作领导小组会议纪要', [
    '时间：2020年3月12日上午9时　地点：三楼会议室',
    '会议听取了一季度创建工作情况，研究了志愿服务和窗口服务有关事项。',
  ]),
  pdf('4_2019年度工作总结.pdf', [
    [
      '2019年度精神文明建设工作总结',
      '一、组织领导到位，机制更加健全。',
      '二、满意度 98%，比上年提高 2 个百分点。',
    ],
    ['三、存在的不足', '部分活动照片缺少文字说明，资料归档不够及时。'],
  ]),
  xlsx('１０、志愿服务活动台账.xlsx', '志愿服务', [
    ['日期', '活动', '地点', '人数', '时长（小时）'],
    ['2020-03-05', '学雷锋志愿服务', '人民广场', 32, 96],
    ['2020-05-12', '防灾减灾宣传', '社区服务中心', 18, 36],
    ['2020-10-25', '重阳节慰问', '区敬老院', 12, 24],
  ]),
  text('报送说明.txt', '创建办：\r\n办公室2020年创建资料共5份，请查收。\r\n'),
  leftover('Thumbs.db'),
  leftover('~$会议纪要 最终版.docx'),
];

/** A photo of an event, as the telephone called it. */
export const VOLUNTEERS = photo('IMG_2031.JPG', 5);

/** What the youth league sends from its phones. */
export const FROM_YOUTH: readonly Sample[] = [
  VOLUNTEERS,
  photo('微信图片_20200512.jpg', 2),
  video('学雷锋活动录像.mp4'),
];

/** What colleagues put straight into a folder of the archive: ordinals twice, gaps, every kind of separator. */
export const PUT_STRAIGHT_IN: readonly Sample[] = [
  docx('1.理论学习计划.docx', '2020年度理论学习计划', [
    '每月安排一次中心组学习，每周安排一次集中学习。',
  ]),
  docx('02：中心组学习记录.docx', '党委中心组学习记录', [
    '时间：2020年4月9日',
    '主题：意识形态工作责任制。',
  ]),
  photo('2、中心组学习 照片.jpg', 9),
  photo('04:志愿服务 照片.jpg', 7),
  pdf('０５：心得体会汇编 .pdf', [['学习心得体会汇编', '一、办公室', '二、人教科']]),
  docx('第6号 民主生活会记录.docx', '民主生活会记录', ['时间：2020年12月3日', '地点：二楼会议室']),
  leftover('Thumbs.db'),
];
