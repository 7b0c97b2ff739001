/** The weights of scores, as data (config/complaint-scoring.json). A fault in them stops whoever asks, loudly. */
import { readFileSync } from 'node:fs'
import { PERSON_WEIGHTS, UNIT_WEIGHTS } from '@anpei/domain/complaints'
import { z } from 'zod'

const Points = z.number().min(0).max(100)
const Weights = z.strictObject({
  note: z.string(),
  unit: z.record(z.enum(UNIT_WEIGHTS), Points),
  person: z.record(z.enum(PERSON_WEIGHTS), Points),
})
let read: z.output<typeof Weights> | undefined

export function scoringWeights(): z.output<typeof Weights> {
  const file = new URL('../../../../../config/complaint-scoring.json', import.meta.url)
  return (read ??= Weights.parse(JSON.parse(readFileSync(file, 'utf8'))))
}
