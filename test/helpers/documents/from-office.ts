/** What the samples from the office are called once they are filed. */
export const FILED_FROM_OFFICE = [
  '01：创建领导小组文件.docx',
  '02：2020年度工作计划.docx',
  '03：会议纪要.docx',
  '04：2019年度工作总结.pdf',
  '05：志愿服务活动台账.xlsx',
  '06：报送说明.txt',
];
