/** npm run simulate -- --seed 1 --months 12 [--people 3000]: JSON on stdout, exit 1 when an invariant broke. */
import { parseArgs } from 'node:util'
import { simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    months: { type: 'string', default: '12' },
    people: { type: 'string', default: '3000' },
  },
})
const answer = await simulate(
  { seed: Number(values.seed), months: Number(values.months), people: Number(values.people) },
  (day) => {
    if (day.endsWith('-01')) process.stderr.write(`${day}\n`)
  },
)
console.log(JSON.stringify(answer, null, 2))
process.exit(answer.broken.length > 0 ? 1 : 0)
