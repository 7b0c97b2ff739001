/** The sum, and how it came about, in numbered plain sentences (CLM-09). */
import type { Assessment, ClaimView } from '@anpei/contract/claims'
import { KIND_WORDS, VEHICLE_WORDS } from '@anpei/domain/claims'
import type { ReactElement } from 'react'
import { Facts, Tag } from '../../kit/index.ts'
import { instantText, yuan } from '../../kernel/index.ts'
import { benefitText } from '../tags.tsx'

const OUTCOMES = {
  pay: { word: '建议给付', tone: 'green', icon: 'check' },
  refuse: { word: '建议不予给付（由人决定）', tone: 'red', icon: 'cross' },
  manual: { word: '须由人工认定', tone: 'amber', icon: 'alert' },
} as const

export function Working({ assessment }: { assessment: Assessment }): ReactElement {
  return (
    <div className="ap-working">
      <p className="ap-row">
        <span className="ap-amount">{yuan(assessment.payableFen)}</span>
        <OutcomeTag outcome={assessment.outcome} />
      </p>
      {assessment.kinds.map((kind) => (
        <section key={kind.kind}>
          <h3>
            {KIND_WORDS[kind.kind]} <b className="ap-num">{yuan(kind.payableFen)}</b>{' '}
            <OutcomeTag outcome={kind.outcome} />
          </h3>
          {kind.reasons.length === 0 ? null : (
            <ul className="ap-reasons">
              {kind.reasons.map((reason) => (
                <li key={reason.code}>{reason.text}</li>
              ))}
            </ul>
          )}
          <Sentences of={kind.working} />
          {kind.lines.map((line) => (
            <div key={line.benefit} className="ap-working-line">
              <p className="ap-row">
                <b>{benefitText(line.benefit)}</b> <b className="ap-num">{yuan(line.payableFen)}</b>
                {line.days === null ? null : <span className="ap-muted">{line.days} 天</span>}
                {line.percent === null ? null : <span className="ap-muted">{line.percent}%</span>}
              </p>
              <Sentences of={line.working} />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}

function OutcomeTag({ outcome }: { outcome: Assessment['outcome'] }): ReactElement {
  const { word, tone, icon } = OUTCOMES[outcome]
  return (
    <Tag tone={tone} icon={icon}>
      {word}
    </Tag>
  )
}

function Sentences({ of }: { of: readonly string[] }): ReactElement | null {
  if (of.length === 0) return null
  return (
    <ol>
      {of.map((text, index) => (
        <li key={index}>{text}</li>
      ))}
    </ol>
  )
}

const ANSWERS = { yes: '是', no: '否', partly: '部分' } as const

function withEvidence(answer: string, evidence: string | undefined): string {
  return evidence ? `${answer}（${evidence}）` : answer
}

/** A saved assessment: what was established, then the working. */
export function AssessmentShown({ assessment }: { assessment: NonNullable<ClaimView['assessment']> }): ReactElement {
  const { input } = assessment
  const { accidentTest: test } = input
  const answer = (question: 'external' | 'sudden' | 'unintended' | 'nonDisease'): string =>
    withEvidence(ANSWERS[test[question]], test.evidence[question])
  return (
    <div className="ap-stack">
      <Facts
        facts={[
          { label: '外来的', value: answer('external') },
          { label: '突发的', value: answer('sudden') },
          { label: '非本意的', value: answer('unintended') },
          { label: '非疾病的', value: answer('nonDisease') },
          {
            label: '责任免除',
            value: input.exclusions.map((code) => withEvidence(code, input.exclusionEvidence[code])).join('、') || '无',
          },
          { label: '交通工具', value: withEvidence(VEHICLE_WORDS[input.vehicle], input.vehicleEvidence) },
          {
            label: '住院',
            value: input.stays.map((stay) => `${stay.admittedOn} 至 ${stay.dischargedOn}`).join('；') || '无',
          },
          {
            label: '伤残',
            value:
              input.disabilities.map((one) => `${one.item ?? ''} ${one.part} ${one.grade ?? '—'} 级`).join('；') ||
              '无',
          },
          { label: '认定人', value: `${assessment.madeBy} ${instantText(assessment.madeAt)}` },
        ]}
      />
      <Working assessment={assessment} />
    </div>
  )
}
