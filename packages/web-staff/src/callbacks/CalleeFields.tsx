/** Who answers, by name and relation where it is family, and what was said right of the customer (CBK-02). */
import { CALLEES, type Callee } from '@anpei/domain/callbacks'
import { Input, Radio } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, Field } from '../kit/index.ts'
import type { Whom } from './callee.ts'
import { IdentityFields, identityOf, type IdentityValues } from './IdentityFields.tsx'

export type CalleeValues = IdentityValues & {
  callee: Callee
  name?: string
  relation?: string
}

export function calleeOf(values: CalleeValues) {
  const { callee, name = '', relation = '' } = values
  return { callee, name, relation, ...identityOf(values) }
}

export function CalleeFields({ callback, callee }: { callback: Whom; callee: unknown }): ReactElement {
  const known = callback.personId !== null
  const complains = !known || callback.subject.kind === 'complaint'
  return (
    <>
      <Field name="callee" label="谁在接听" required>
        <Radio.Group
          options={choicesOf(CALLEES).filter(({ value }) =>
            value === 'complainant' ? complains : known || value === 'family',
          )}
        />
      </Field>
      {callee === 'family' ? (
        <div className="ap-fields">
          <Field name="name" label="姓名" required>
            <Input maxLength={40} />
          </Field>
          <Field name="relation" label="和客户的关系" required>
            <Input maxLength={20} placeholder="例如：儿子" />
          </Field>
        </div>
      ) : null}
      <IdentityFields registered={known} points={callback.script.identity} />
    </>
  )
}
