/** What the command says of a tenant's audit log, in Chinese and English (ORG-08). */
import type { Verdict } from '@anpei/server/events'

export function sentenceOf(tenantId: number, verdict: Verdict): string {
  const { blocks, events, heads, unsealed, finding } = verdict
  if (finding === null) {
    return (
      `租户 ${tenantId}：完好。${events} 条记录、${blocks} 个区块、${heads} 个库外链头一致，另有 ${unsealed} 条尚未封存。` +
      ` [tenant ${tenantId}: intact]`
    )
  }
  return (
    `租户 ${tenantId}：不完好。区块 ${finding.blockNo}：${finding.sentence} [tenant ${tenantId}: ${finding.what}` +
    ` ${finding.at ?? ''} ${finding.eventName ?? ''} ${finding.eventId ?? ''}]`
  )
}
