/**
 * CLM-02: the errand between two rows that do not know each other: a received report, and somebody sent to its scene.
 */
import type { Instant } from '@anpei/domain/kernel'
import { z } from 'zod'
import { reportOfErrand } from './claims/index.ts'
import type { Errand } from './http/index.ts'
import { answerScene } from './visits/index.ts'

export const SCENE_TASK = 'visits.send_to_scene'

const Facts = z.object({
  accidentOn: z.string(),
  kinds: z.array(z.string()),
  cause: z.string(),
  diedAtOnce: z.boolean(),
  sceneAsked: z.boolean().default(false),
})

export const sendToScene: Errand = async (tx, event) => {
  const facts = Facts.safeParse(event.facts)
  const report = facts.success ? await reportOfErrand(tx, event.subjectId) : null
  if (!facts.success || !report) return
  const { reporter, statedName, accident } = report.told
  const receivedAt: Instant = event.at
  await answerScene(tx, {
    ...facts.data,
    asked: facts.data.sceneAsked,
    reportId: event.subjectId,
    receivedAt,
    personId: report.personId,
    name: reporter.name || statedName,
    phone: reporter.phone,
    where: accident.placeText,
    villageCode: report.villageCode,
  })
}
