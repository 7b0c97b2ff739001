/** NTF-01: the chain of channels, and which gateway carries each; secrets are never shown. */
import type { ChannelView, listChannels as route } from '@anpei/contract/notifications'
import type { Answer } from '@anpei/contract/kernel'
import { ok, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { channelView } from './channel-view.ts'
import { noticePlan } from '../notice-plan.ts'
import { channelSettings } from './store-channels.ts'

export async function listChannels(tx: Tx): Promise<Decision<Answer<typeof route>>> {
  const { chain, quiet } = noticePlan()
  const set = await channelSettings(tx.db, tx.actor.tenantId, tx.vault)
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    set.flatMap((one) => one.changedBy ?? []),
  )
  const channels = chain.map((rule): ChannelView => {
    const one = set.find((setting) => setting.channel === rule.channel)
    return channelView(tx.actor.tenantId, rule, one, one?.changedBy ? (names.get(one.changedBy) ?? null) : null)
  })
  return ok({ channels, quiet: { from: clock(quiet.fromMinute), to: clock(quiet.toMinute) } })
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
