/** 信息采集 and 信息评估 filled for a request (CUS-03): once the customer is known, what we hold is not asked again. */
import { listFilledForms } from '@anpei/contract/customers'
import { PERSON_FORMS, type PersonFormName } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall } from '../client/index.ts'
import { FormFiller } from '../customers/index.ts'
import { choicesOf, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

export function RequestForms({ personId, requestId }: { personId: string; requestId: string }): ReactElement | null {
  const [filling, setFilling] = useState<PersonFormName | null>(null)
  const found = useCall(listFilledForms, { params: { personId }, query: { subjectId: requestId } }).shown
  if (!found) return null
  return (
    <Panel title="采集与评估">
      {found.forms.map((one) => (
        <p key={one.id} className="ap-row">
          <Link to={`/customers/${personId}?tab=forms`}>{one.title}</Link>
          <small>{instantText(one.filledAt)}</small>
          {one.steps.map((step) => (
            <Tag key={step.step} tone={step.decision === null ? 'amber' : 'grey'}>
              {step.word}
            </Tag>
          ))}
        </p>
      ))}
      {found.can.includes('fill') ? (
        <p className="ap-row">
          {choicesOf(PERSON_FORMS).map(({ value, label }) => (
            <Button
              key={value}
              size="small"
              onClick={() => {
                setFilling(value)
              }}
            >
              填{label}
            </Button>
          ))}
        </p>
      ) : null}
      {filling ? (
        <FormFiller
          personId={personId}
          form={filling}
          subject={{ kind: 'request', id: requestId }}
          onClose={() => {
            setFilling(null)
          }}
        />
      ) : null}
    </Panel>
  )
}
