export { storePapers } from './store-papers.ts'
export type { ArrivedPaper, ArrivedPapers, StoredPaper } from './store-papers.ts'
export {
  filesAlsoWith,
  findFile,
  givePapersTo,
  judgeDocuments,
  movePapers,
  papersColumn,
  papersOf,
  papersRead,
} from './store.ts'
export type { Judgement, PaperRow, PapersColumn, StoredFile } from './store.ts'
export { signaturePicture } from './pictures.ts'
export { openFile } from './read-file.ts'
export { certificatePapers } from './certificate-papers.ts'
export { documentJobs } from './jobs.ts'
export { paperFiles } from './paper-files.ts'
