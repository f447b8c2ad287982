/** Archives with real documents in them, to be stamped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FooterFound } from '../../../src/core/stamp/types.js';
import { readOfficeStamp } from '../../../src/io/stamp/office/read-office-stamp.js';
import { readPdfStamp } from '../../../src/io/stamp/pdf/read-pdf-stamp.js';
import { docxOf, xlsxOf } from '../../../src/io/samples/office.js';
import { pdfOf } from '../../../src/io/samples/pdf.js';
import { smallArchive, writeTree } from '../archive-on-disk.js';
import { presentation, slideXml } from './office.js';

export const HOME = '档案/1 组织领导/1.1 领导机构';

/** A document of each format that bears names. */
export async function documents(): Promise<Readonly<Record<string, Buffer>>> {
  return {
    '01：创建领导小组文件.docx': await docxOf('创建领导小组', ['成立领导小组。']),
    '02：领导小组名单.xlsx': await xlsxOf('名单', [['姓名'], ['张三']]),
    '03：工作汇报.pptx': presentation([slideXml()]),
    '04：年度工作计划.pdf': pdfOf([['计划', '一'], ['二']]),
  };
}

/** An archive with those, and more if any are given, in one folder. */
export async function stampable(more: Readonly<Record<string, string | Buffer>> = {}) {
  const root = smallArchive();
  const files = { ...(await documents()), ...more };
  writeTree(
    root,
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${HOME}/${name}`, bytes])),
  );
  return root;
}

export function bytesOf(root: string, name: string): Buffer {
  return readFileSync(join(root, HOME, name));
}

/** The names that a document bears on every page. */
export async function namesIn(root: string, name: string): Promise<readonly string[]> {
  const path = join(root, HOME, name);
  const found: FooterFound = await (name.endsWith('.pdf') ? readPdfStamp : readOfficeStamp)(path);
  return found?.everywhere === true ? found.names : [];
}
