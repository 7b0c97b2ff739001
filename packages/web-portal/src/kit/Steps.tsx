/**
 * A form of several questions, one a page (POR-01): the browser's back button undoes a step, and a reload goes back to
 * the first question that has no answer.
 */
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton } from './buttons.tsx'
import { Says } from './forms.tsx'
import { PageTop } from './PageTop.tsx'
import { go } from './router.tsx'

export type Step = {
  readonly key: string
  readonly ask: string
  /** What is wrong with the answer; null = go on. */
  readonly problem: string | null
  readonly shown: (problem: string | null) => ReactNode
  /** Nothing was filled in, and nothing needs to be. */
  readonly skipped?: boolean
}

type Props = {
  readonly path: string
  readonly back: string
  readonly steps: readonly Step[]
  readonly busy: boolean
  readonly failed: string | null
  /** What the last button says, where it is not sending. */
  readonly sendWord?: string
  readonly onSend: () => void
}

export function Steps({ path, back, steps, busy, failed, sendWord, onSend }: Props) {
  const { t } = useLanguage()
  const [pressed, setPressed] = useState<string | null>(null)
  const asked = steps.findIndex(({ key }) => key === new URLSearchParams(location.search).get('s'))
  const firstOpen = steps.findIndex(({ problem }) => problem !== null)
  const at = Math.max(0, Math.min(asked, firstOpen === -1 ? steps.length - 1 : firstOpen))
  const step = steps[at]
  if (!step) return null
  const next = steps[at + 1]
  const forward = () => {
    setPressed(step.key)
    if (step.problem) return
    if (next) go(`${path}?s=${next.key}`)
    else onSend()
  }
  const before = steps[at - 1]
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        forward()
      }}
    >
      <p>{t.stepOf(at + 1, steps.length)}</p>
      <div className="bar" aria-hidden="true">
        <i style={{ width: `${((at + 1) / steps.length) * 100}%` }} />
      </div>
      <PageTop title={step.ask} back={before ? `${path}?s=${before.key}` : back} />
      <div key={step.key}>{step.shown(pressed === step.key ? step.problem : null)}</div>
      {failed && <Says mood="bad">{failed}</Says>}
      <BigButton look="main" submit disabled={busy}>
        {busy ? t.sending : next ? (step.skipped ? t.skip : t.next) : (sendWord ?? t.send)}
      </BigButton>
    </form>
  )
}
