/** The library for PDF files and the one that reads fonts for it; the build makes a file of its own of them. */
export * from '@cantoo/pdf-lib';
export { default as fontkit } from '@cantoo/fontkit';
