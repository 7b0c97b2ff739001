/** CMP-12, POR-03: how far a 举报 is, for whoever holds its code: what was asked and what came of it, never by whom. */
import type { portalReadTip as route } from '@anpei/contract/complaints'
import type { Answer, Input } from '@anpei/contract/kernel'
import { SHOWN_TO_REPORTER } from '@anpei/domain/complaints'
import { dayEndingAt, ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { findByCode, namelessly, tooManyTries } from './by-code.ts'
import { tipEntriesOf } from './store-tip-file.ts'

export async function readByCode(tx: Tx, { body }: Input<typeof route>): Promise<Decision<Answer<typeof route>>> {
  const full = await tooManyTries(tx)
  if (full) return full
  return namelessly(tx, async (own) => {
    const found = await findByCode(own, body.code)
    if (!found.ok) return found
    const { state, receivedAt, dueAt, told, confirmedAt } = found.value
    const messages = (await tipEntriesOf(own, found.value)).filter((entry) => SHOWN_TO_REPORTER.includes(entry.kind))
    const mine = { mine: true, text: told.facts, at: receivedAt, files: 0 }
    return ok({
      state,
      receivedAt,
      examineByOn: dueAt === null ? null : dayEndingAt(dueAt),
      messages: [
        mine,
        ...messages.map(({ kind, text, happenedAt, documentIds }) => ({
          mine: kind === 'facts',
          text,
          at: happenedAt,
          files: documentIds.length,
        })),
      ],
      result: confirmedAt === null ? null : (told.conclusion?.result ?? null),
      canAdd: state !== 'turned',
    })
  })
}
