/** What is told when a program that makes other files of documents is not there. */
export const officeErrors = {
  SOFFICE_NOT_FOUND: (d: { named?: string }): [string, string] =>
    d.named === undefined
      ? [
          'LibreOffice was not found on this computer; old formats cannot be converted without it',
          'Install it (it is free), or name its program in DANGAN_SOFFICE. Or open the documents in Word or WPS and save them as docx, xlsx or pptx.',
        ]
      : [
          `DANGAN_SOFFICE names ${d.named}, which is no program that can be run`,
          'Name the program itself, such as /usr/bin/soffice; without DANGAN_SOFFICE it is looked for.',
        ],
};
