/** Versions of a template of a notice or a letter as the screen shows them, the shipped one last. */
import type { TemplateVersion } from '@anpei/contract/notifications'
import { holds, type Actor, type Instant } from '@anpei/domain/kernel'
import {
  isLetterKind,
  templateLifecycle,
  wordingOf,
  type LetterKind,
  type LetterWording,
  type NoticeTemplateName,
} from '@anpei/domain/notifications'
import type { Tx } from '../../http/index.ts'
import { staffNames } from '../../identity/index.ts'
import { readWording } from '../letters/letter-versions.ts'
import { shippedLetter, shippedNotice } from './notice-templates.ts'
import type { TemplateRecord } from './store-templates.ts'

export async function versionViews(
  tx: Tx,
  name: NoticeTemplateName | LetterKind,
  rows: readonly TemplateRecord[],
): Promise<TemplateVersion[]> {
  const ids = rows.flatMap((row) => [row.madeBy, ...(row.checkedBy === null ? [] : [row.checkedBy])])
  const names = await staffNames(tx.db, tx.actor.tenantId, ids)
  const active = activeOf(rows, tx.now)
  const { version, ...shipped } = shippedWords(name)
  return [
    ...rows.map(
      (row): TemplateVersion => ({
        id: row.id,
        name,
        version: row.version,
        state: row.state,
        stateWord: templateLifecycle.states[row.state].zh,
        ...wordsOf(name, row),
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
      ...shipped,
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

type Words = { readonly text: string; readonly voice: string | null; readonly wording: LetterWording | null }

function wordsOf(name: string, { text, voice }: TemplateRecord) {
  const wording = isLetterKind(name) ? readWording(text) : null
  return forScreen(wording ? { text: wording.title, voice: null, wording } : { text, voice, wording })
}

function shippedWords(name: NoticeTemplateName | LetterKind) {
  if (!isLetterKind(name)) {
    const { version, text, voice } = shippedNotice(name)
    return { version, ...forScreen({ text, voice, wording: null }) }
  }
  const letter = shippedLetter(name)
  return { version: letter.version, ...forScreen({ text: letter.title, voice: null, wording: wordingOf(letter) }) }
}

/** What the contract may hand on is changeable; ours is not. */
function forScreen({ wording, ...words }: Words) {
  if (wording === null) return { ...words, wording }
  const sections = Object.fromEntries(Object.entries(wording.sections).map(([name, texts]) => [name, [...texts]]))
  return { ...words, wording: { ...wording, sections } }
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
