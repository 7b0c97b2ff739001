/** `npm run --silent clocks -- cases.json`: computes an array of clock cases and prints the answers as JSON. */
import { answerFile } from './answer-file.ts'

const [path, ...more] = process.argv.slice(2)
if (path === undefined || path.startsWith('-') || more.length > 0) {
  process.stderr.write('用法：npm run --silent clocks -- cases.json\n')
  process.exitCode = 2
} else {
  const answer = answerFile(path)
  if (answer.ok) process.stdout.write(answer.json)
  else {
    process.stderr.write(`${answer.sentence}\n`)
    process.exitCode = 2
  }
}
