import { expect, test } from 'vitest';
import { archiveOf } from '../../../../test/helpers/archive-of.js';
import { isVague } from '../../naming/vague-title.js';
import { nameTitleVague } from './index.js';

test.each([
  ...[
    '新建文档',
    '新建 Microsoft Word 文档',
    '新建 Microsoft Word 文档 (2)',
    '新建文本文档',
    '新建文件夹',
    '新建文件夹 (2)',
    '新建 DOCX 文档',
  ],
  ...[
    '新建 XLSX 工作表',
    '未命名',
    '无标题',
    '文档1',
    '附件2',
    'Document1',
    'untitled',
    '工作簿1',
    '演示文稿1',
  ],
  ...['IMG_20230501_101112', 'IMG_0001', 'DSC_0001', 'DSCN1234', 'VID_20200101_000000'],
  ...[
    '微信图片_20200501101112',
    'mmexport1588300000000',
    'QQ图片20200501101112',
    'QQ截图20200501101112',
  ],
  ...[
    'WPS图片',
    '截图',
    '屏幕截图 2023-05-01 101112',
    'Screenshot_20230501-101112',
    '扫描件0001',
    'Scan',
    'scan0001',
  ],
  ...[
    'CamScanner 05-01-2023 10.11',
    '20240501',
    '2024年5月1日',
    '1588300000000',
    '123(1)',
    '图片1 - 副本',
  ],
  ...['֧ί»á¼ÇÂ¼', '╓º╬»╗ß╝╟┬╝', '锟斤拷锟斤拷'],
  ...['0f8fad5b-d9cb-469f-a165-70867728950e', 'd41d8cd98f00b204e9800998ecf8427e'],
])('%j does not say what it is', (title) => {
  expect(isVague(title)).toBe(true);
});

test.each([
  ...[
    '创建领导小组文件',
    '新建小区文明创建方案',
    '文件汇编',
    '文档管理制度',
    '照片说明',
    '图片资料：植树',
    '扫描件说明',
  ],
  ...[
    '微信公众号截图',
    '截图：市级媒体报道',
    '2020年度工作计划',
    '3月5日学雷锋活动',
    '附件1：名单',
    'Document management plan',
  ],
  ...['Procès-verbal de la réunion générale', 'Über', '“四心”质量环', '①方案'],
  ...['scan of the licence', 'decade', '视频会议纪要', '无题诗', '标题栏'],
])('%j says something', (title) => {
  expect(isVague(title)).toBe(false);
});

test('an empty title and one that a program made are told apart', () => {
  const archive = archiveOf({ A1: ['01.docx', '02：IMG_0001.jpg', '03：通知.docx'] });
  expect([...nameTitleVague.check(archive)].map(({ messageId }) => messageId)).toEqual([
    'name-title-vague/empty',
    'name-title-vague/vague',
  ]);
});
