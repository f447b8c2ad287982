/** The library for spreadsheets; the build makes a file of its own of it, since few commands need it. */
export { readXlsx, writeXlsx } from 'hucre/xlsx';
