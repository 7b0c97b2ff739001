/** `npm run docs` writes the generated documents; `npm run docs -- --check` only says which differ, and fails. */
import { readHouse, repositoryRoot } from '../tidy/index.ts'
import { differing, writeDocuments } from './compare.ts'
import { documentsOf } from './documents.ts'

const isCheck = process.argv.includes('--check')
const house = await readHouse()
for (const { path, message } of house.catalogues.broken) console.error(`cannot be read: ${path}: ${message}`)
const documents = documentsOf(house)
if (house.catalogues.broken.length > 0) {
  process.exitCode = 1
} else if (isCheck) {
  const paths = differing(repositoryRoot, documents)
  for (const path of paths) console.error(`${path} differs from the code: run npm run docs and commit it`)
  if (paths.length > 0) process.exitCode = 1
  else console.log(`${documents.size} documents agree with the code`)
} else {
  const paths = writeDocuments(repositoryRoot, documents)
  for (const path of paths) console.log(`written: ${path}`)
  console.log(`${documents.size} documents, ${paths.length} changed`)
}
