/** Versions of a notice template as the screen shows them, the shipped one last. */
import type { TemplateVersion } from '@anpei/contract/notifications'
import { holds, type Actor, type Instant } from '@anpei/domain/kernel'
import { templateLifecycle, type NoticeTemplateName } from '@anpei/domain/notifications'
import type { Tx } from '../http/index.ts'
import { staffNames } from '../identity/index.ts'
import { shippedNotice } from './notice-templates.ts'
import type { TemplateRecord } from './store-templates.ts'

export async function versionViews(
  tx: Tx,
  name: NoticeTemplateName,
  rows: readonly TemplateRecord[],
): Promise<TemplateVersion[]> {
  const ids = rows.flatMap((row) => [row.madeBy, ...(row.checkedBy === null ? [] : [row.checkedBy])])
  const names = await staffNames(tx.db, tx.actor.tenantId, ids)
  const active = activeOf(rows, tx.now)
  const { version, text, voice } = shippedNotice(name)
  return [
    ...rows.map(
      (row): TemplateVersion => ({
        id: row.id,
        name,
        version: row.version,
        state: row.state,
        stateWord: templateLifecycle.states[row.state].zh,
        text: row.text,
        voice: row.voice,
        activeFrom: row.activeFrom,
        isActive: row.id === active?.id,
        comment: row.comment,
        madeBy: names.get(row.madeBy) ?? null,
        madeAt: row.madeAt,
        checkedBy: row.checkedBy === null ? null : (names.get(row.checkedBy) ?? null),
        checkedAt: row.checkedAt,
        can: canOf(tx.actor, row),
      }),
    ),
    {
      id: null,
      name,
      version,
      state: null,
      stateWord: '随程序提供',
      text,
      voice,
      activeFrom: null,
      isActive: active === undefined,
      comment: '',
      madeBy: null,
      madeAt: null,
      checkedBy: null,
      checkedAt: null,
      can: [],
    },
  ]
}

function activeOf(rows: readonly TemplateRecord[], now: Instant): TemplateRecord | undefined {
  return rows
    .filter((row) => row.state === 'approved' && row.activeFrom !== null && row.activeFrom <= now)
    .toSorted((a, b) => (b.activeFrom ?? '').localeCompare(a.activeFrom ?? '') || b.version - a.version)[0]
}

function canOf(actor: Actor, row: TemplateRecord): string[] {
  if (row.state === 'draft' && holds(actor, 'notice.template_edit')) return ['edit', 'propose']
  const checks = row.state === 'proposed' && holds(actor, 'notice.template_check') && row.madeBy !== actor.id
  return checks ? ['check'] : []
}
