/** What somebody said right of the customer: an ear decides some, birthday and number are compared by the machine. */
import { IDENTITY_POINTS } from '@anpei/domain/callbacks'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, DayInput, Field, keyIn, Many } from '../kit/index.ts'

export type IdentityValues = { heard?: string[]; birthOn?: string; idTail?: string }

const HEARD = { name: IDENTITY_POINTS.name, home: IDENTITY_POINTS.home, case_no: IDENTITY_POINTS.case_no }

/** `registered`: the register knows birthday and number. */
export function IdentityFields({ registered }: { registered: boolean }): ReactElement {
  return (
    <>
      <Field name="heard" label="说对了哪些">
        <Many options={choicesOf(HEARD)} />
      </Field>
      {registered ? (
        <div className="ap-fields">
          <Field name="birthOn" label="客户说的出生日期">
            <DayInput />
          </Field>
          <Field name="idTail" label="客户说的证件后四位">
            <Input maxLength={4} inputMode="text" />
          </Field>
        </div>
      ) : null}
    </>
  )
}

export function identityOf({ heard = [], birthOn = '', idTail = '' }: IdentityValues) {
  return { heard: heard.flatMap((point) => keyIn(HEARD, point) ?? []), birthOn: birthOn || null, idTail }
}
