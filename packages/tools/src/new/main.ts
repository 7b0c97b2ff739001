/** `npm run new <row>[/<part>] <verb-noun>` writes a use case: rule, command, route and failing tests, to fill in. */
import { businessRows, repositoryRoot } from '../tidy/index.ts'
import { namesOf } from './names.ts'
import { piecesOf } from './pieces.ts'
import { bindingFile, writePieces } from './write-pieces.ts'

try {
  const names = namesOf(process.argv[2] ?? '', process.argv[3] ?? '', businessRows)
  const place = names.part === '' ? names.row : `${names.row}/${names.part}`
  for (const line of writePieces(repositoryRoot, piecesOf(names))) console.log(line)
  console.log(`
Then fill in, in this order:
  1 the rule and its decision table   npm test packages/domain/src/${names.row}/${names.file}.test.ts
  2 its refusals                      packages/domain/src/${names.row}/refusals.ts
  3 permission, body, answer, words   packages/contract/src/${names.row}/routes.ts; a new permission in
                                      packages/domain/src/kernel/permissions.ts and config/roles.json
  4 on(api.${names.camel}, ${names.camel})   ${bindingFile(repositoryRoot, names)}
  5 the command and its test          npm test packages/server/src/${place}/${names.file}.test.ts
  6 npm run docs && npm run check`)
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : String(fault))
  console.error('npm run new <row>[/<part>] <verb-noun>, for example: npm run new claims/payments stop-payment')
  process.exitCode = 1
}
