/** Everything once more before it is sent, each answer with a way to change it (WCAG: error prevention). */
import type { ReactNode } from 'react'
import type { Texts } from '../i18n/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigButton, LinkTo, Says } from '../kit/index.ts'
import { headingOf } from './ReportQuestion.tsx'
import { reportSteps, stepProblem, type ReportDraft, type ReportStep } from './report-draft.ts'

type Props = {
  readonly draft: ReportDraft
  readonly today: string
  readonly busy: boolean
  readonly failed: string | null
  readonly onSend: () => void
  readonly top: ReactNode
}

export function ReportCheck({ draft, today, busy, failed, onSend, top }: Props) {
  const { t, language } = useLanguage()
  const problem = stepProblem('check', draft, today)
  const self = draft.relation === 'self'
  return (
    <>
      {top}
      <p>{t.report.check.hint}</p>
      <dl className="pairs">
        {reportSteps(draft, today)
          .filter((step) => step !== 'check')
          .map((step) => (
            <div key={step}>
              <dt>{headingOf(t, step, self)}</dt>
              <dd>
                <span>{answerOf(t, language, step, draft) || t.report.check.empty}</span>
                <LinkTo
                  to={`/portal/report?s=${step}`}
                  className="tool"
                  label={`${t.change}：${headingOf(t, step, self)}`}
                >
                  {t.change}
                </LinkTo>
              </dd>
            </div>
          ))}
      </dl>
      {problem && <Says mood="bad">{t.problems[problem]}</Says>}
      {failed && <Says mood="bad">{failed}</Says>}
      <BigButton look="main" onClick={onSend} disabled={busy || problem !== null}>
        {busy ? t.sending : t.report.check.sendIt}
      </BigButton>
    </>
  )
}

function answerOf(t: Texts, language: 'zh' | 'en', step: ReportStep, draft: ReportDraft): string {
  const r = t.report
  switch (step) {
    case 'who':
      return draft.relation ? r.who[draft.relation] : ''
    case 'name':
      return draft.name
    case 'idNumber':
      return draft.idNumber
    case 'when':
      return draft.accidentOn ? dayInWords(draft.accidentOn, language) : ''
    case 'cause':
      return draft.cause ? r.cause[draft.cause] : ''
    case 'vehicle':
      return draft.vehicle ? r.vehicle[draft.vehicle] : ''
    case 'where':
      return draft.place ? r.where[draft.place] : ''
    case 'scene':
      return draft.scene ? r.scene[draft.scene] : ''
    case 'sceneAt':
      return draft.sceneAt
    case 'result':
      return draft.results.map((one) => r.result[one]).join('；')
    case 'diedOn':
      return draft.diedOn ? dayInWords(draft.diedOn, language) : ''
    case 'hospital':
      return draft.hospital
    case 'story':
      return draft.story
    case 'ownName':
      return draft.ownName
    case 'check':
      return ''
  }
}
