/** What a notice says and by which ways it goes, under its seal. */
import { isNoticeChannel, type ReachStep } from '@anpei/domain/notifications'
import type { Vault } from '../crypto/index.ts'

export type SealedNotice = {
  readonly text: string
  /** The values its text was filled with; empty for texts without a template. */
  readonly facts: Readonly<Record<string, string>>
  readonly steps: readonly ReachStep[]
  /** The letter a mail brings as its attachment. */
  readonly letterId?: string | undefined
  /** The case said that the person had died. */
  readonly toFamily?: boolean
}
type Sealed = { readonly salt: Buffer; readonly sealed: Buffer }

export function sealNotice(vault: Vault, notice: SealedNotice): Sealed {
  const salt = vault.newSalt()
  return { salt, sealed: vault.seal(salt, JSON.stringify(notice)) }
}

export function openNotice(vault: Vault, notice: Sealed): SealedNotice {
  const opened: unknown = JSON.parse(vault.openText(notice.salt, notice.sealed))
  if (!isRecord(opened) || !('text' in opened)) throw new Error('a notice that says nothing')
  const { facts, steps, letterId, toFamily } = opened
  return {
    text: String(opened['text']),
    facts: isRecord(facts) ? Object.fromEntries(Object.entries(facts).map(([name, one]) => [name, String(one)])) : {},
    steps: Array.isArray(steps) ? steps.flatMap(stepOf) : [],
    letterId: typeof letterId === 'string' ? letterId : undefined,
    toFamily: toFamily === true,
  }
}

/** Its text as lists show it: names half hidden. */
export function maskedText({ text, facts }: SealedNotice): string {
  return [facts['name'], facts['holder'], facts['receiver']].reduce<string>(
    (shown, name) => (name && name.length > 1 ? shown.replaceAll(name, maskedName(name)) : shown),
    text,
  )
}

function maskedName(name: string): string {
  return name.length === 2
    ? `${name.slice(0, 1)}*`
    : `${name.slice(0, 1)}${'*'.repeat(name.length - 2)}${name.slice(-1)}`
}

function stepOf(step: unknown): ReachStep[] {
  if (!isRecord(step)) return []
  const channel = String(step['channel'])
  return isNoticeChannel(channel) ? [{ channel, to: String(step['to']) }] : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
