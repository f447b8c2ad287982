import type { officeErrors as en } from '../en/errors-office.js';

export const officeErrors: typeof en = {
  SOFFICE_NOT_FOUND: (d) =>
    d.named === undefined
      ? [
          '这台电脑上没有找到 LibreOffice，没有它就不能转换旧格式的文档',
          '请安装 LibreOffice（免费），或在 DANGAN_SOFFICE 里写明它的程序在哪里；也可以用 Word、WPS 打开，另存为 docx、xlsx、pptx。',
        ]
      : [
          `DANGAN_SOFFICE 写的 ${d.named} 不是能运行的程序`,
          '请写明程序本身的位置，如 C:\\Program Files\\LibreOffice\\program\\soffice.com；不设 DANGAN_SOFFICE 时会自动查找。',
        ],
};
