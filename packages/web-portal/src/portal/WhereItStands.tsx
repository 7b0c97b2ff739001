/** Five steps as a line of words, what comes next, until when and why (CLM-14). */
import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords, todayIn } from '../kernel/index.ts'
import { Says } from '../kit/index.ts'
import type { PortalAnswer } from './api.ts'

const MARKS = { done: '✓', now: '●', next: '', skipped: '–' } as const

export function WhereItStands({ of }: { readonly of: PortalAnswer<'portalLookUp'> }) {
  const { t, language } = useLanguage()
  return (
    <>
      <Says mood={of.turn === 'you' ? 'note' : of.turn === 'we' ? 'plain' : 'good'}>
        <p>
          <b>{t.turns[of.turn]}</b>
        </p>
        <p>{t.nexts[of.next]}</p>
        {language === 'zh' && of.turn !== 'nobody' && <p>{of.sentence}</p>}
        {language !== 'zh' && of.finish && (
          <p>
            {t.claim.finish(
              dayInWords(of.finish.likelyOn, language),
              dayInWords(of.finish.earliestOn, language),
              dayInWords(of.finish.latestOn, language),
            )}
          </p>
        )}
        {of.expected && (
          <>
            <p>
              <b>
                {(of.expected.on < todayIn(Date.now()) ? t.claim.late : t.claim.expected)(
                  dayInWords(of.expected.on, language),
                )}
              </b>
            </p>
            <p>
              {of.expected.putOffFrom === null
                ? t.claim.why(of.expected.reason)
                : t.claim.putOff(dayInWords(of.expected.putOffFrom, language))}
            </p>
          </>
        )}
      </Says>
      <ol className="line">
        {of.steps.map((step) => (
          <li
            key={step.code}
            className={step.state}
            data-mark={MARKS[step.state]}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <b>{t.steps[step.code]}</b>
            <span>
              {step.at ? dayInWords(dayIn(step.at), language) : t.stepStates[step.state]}
              {step.at && step.state === 'now' ? `，${t.stepStates.now}` : ''}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
