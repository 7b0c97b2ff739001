/** A month's sample as the screen shows it. */
import type { listNoticeSample, SampledNotice } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { openNotice } from '../open-notice.ts'
import { samplesOf, type SampleRecord } from './store-samples.ts'
import { noticeRow } from '../views.ts'

export async function sampleView(tx: Tx, month: string): Promise<Answer<typeof listNoticeSample>> {
  const items = await sampledViews(tx, await samplesOf(tx.db, tx.actor.tenantId, { month }))
  return {
    month,
    items,
    agreeing: items.filter((one) => one.verdict === 'agrees').length,
    differing: items.filter((one) => one.verdict === 'differs').length,
  }
}

export async function sampledViews(tx: Tx, samples: readonly SampleRecord[]): Promise<SampledNotice[]> {
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    samples.flatMap((one) => one.judgedBy ?? []),
  )
  return samples.map((one) => ({
    id: one.id,
    month: one.month,
    notice: noticeRow(tx.vault, one.notice),
    text: openNotice(tx.vault, one.notice).text,
    verdict: one.verdict,
    comment: one.salt && one.sealed ? tx.vault.openText(one.salt, one.sealed) : '',
    judgedBy: one.judgedBy === null ? null : (names.get(one.judgedBy) ?? null),
    judgedAt: one.judgedAt,
  }))
}
