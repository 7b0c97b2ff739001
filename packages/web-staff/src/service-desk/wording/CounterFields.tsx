/** How one appears at the counter, point by point, before the service begins (SRV-10). */
import { getCounterList } from '@anpei/contract/service-desk'
import { Form, Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { Answered, choicesOf, Field } from '../../kit/index.ts'

export type CounterValues = { version: number; answers: Record<string, 'yes' | 'no'> }

const YES_NO = { yes: '做到', no: '没做到' } as const

export function CounterFields({ name, title }: { name: string; title: string }): ReactElement {
  const list = useCall(getCounterList, {})
  return (
    <Answered of={list}>
      {({ version, points }) => (
        <fieldset className="dk-counter">
          <legend>{title}</legend>
          <Form.Item name={[name, 'version']} initialValue={version} hidden>
            <Input />
          </Form.Item>
          {points.map(({ code, text }) => (
            <Field key={code} name={[name, 'answers', code]} label={text} required>
              <Radio.Group options={choicesOf(YES_NO)} />
            </Field>
          ))}
        </fieldset>
      )}
    </Answered>
  )
}
