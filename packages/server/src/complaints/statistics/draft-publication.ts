/** CMP-14: a publication begins with the figures of a period that is over, frozen as they stand now. */
import type { draftPublication as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { decideDrafting, figurePeriod, isWithin, publicationLifecycle } from '@anpei/domain/complaints'
import { dayOfInstant, ok, refuse, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../http/index.ts'
import { newId } from '../../kernel/index.ts'
import { freezeFigures } from './freeze-figures.ts'
import { insertPublication, publicationsWhere } from './store-publications.ts'

export async function draftPublication(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const period = figurePeriod(body.period)
  if (period === null) return refuse('complaint.period_unknown')
  const known = await publicationsWhere(tx, sql`state <> 'dropped'`)
  const published = known.filter(({ state }) => state === 'published')
  const decided = decideDrafting({
    period,
    today: dayOfInstant(tx.now),
    published: published.map((one) => one.period),
    isOpen: known.some((one) => one.period.key === period.key && one.state !== 'published'),
    reason: body.reason,
  })
  if (!decided.ok) return decided
  const versions = published.filter((one) => one.period.key === period.key)
  const parts = published.filter((one) => isWithin(one.period, period))
  const figures = await freezeFigures(tx, period, {
    versions: versions.map((one) => one.figures),
    parts: [...new Set(parts.map((one) => one.period.key))].map((key) =>
      parts.filter((one) => one.period.key === key).map((one) => one.figures),
    ),
  })
  const made = { id: newId(), period, version: versions.length + 1, figures, reason: body.reason }
  if (!(await insertPublication(tx, made))) return refuse('complaint.publication_open', { period: period.name })
  tx.record({
    name: 'publication.drafted',
    subject: { kind: 'complaint_publication', id: made.id },
    facts: { period: period.name, version: made.version },
  })
  return ok({ id: made.id, version: made.version, state: publicationLifecycle.initial })
}
