import { SMALL_SYSTEM } from './archive-on-disk.js';
import { Repository } from './git-repository.js';

/** An archive in a repository, committed. @param isTold - `dangan init --git` was typed. */
export function sharedArchive(isTold: boolean): Repository {
  const repository = new Repository();
  repository.write({
    'dangan.yaml': 'unit: { name: 县水利局 }\nsystem: criteria.yaml\n',
    'criteria.yaml': SMALL_SYSTEM,
    [`${FOLDER}/01：通知.docx`]: '通知',
    [`${FOLDER}/ledger.yaml`]: 'entries:\n  - file: 01：通知.docx\n    date: 2020-01-02\n',
    '档案/1 组织领导/1.2 工作制度/01：制度.docx': '制度',
    '档案/2 志愿服务/01：方案.docx': '方案',
  });
  if (isTold) repository.dangan('init', '--git');
  repository.commit('2020-01-10');
  return repository;
}

export const FOLDER = '档案/1 组织领导/1.1 领导机构';
