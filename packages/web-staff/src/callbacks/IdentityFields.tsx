/** What somebody said right of the customer: an ear decides some, birthday and number are compared by the machine. */
import { IDENTITY_POINTS, type IdentityPoint } from '@anpei/domain/callbacks'
import { Input } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, DayInput, Field, keyIn, Many } from '../kit/index.ts'

export type IdentityValues = { heard?: string[]; birthOn?: string; idTail?: string }

const HEARD = { name: IDENTITY_POINTS.name, home: IDENTITY_POINTS.home, case_no: IDENTITY_POINTS.case_no }

type Props = {
  /** The register knows birthday and number. */
  readonly registered: boolean
  /** What the script asks for; empty: everything. */
  readonly points?: readonly IdentityPoint[]
}

export function IdentityFields({ registered, points }: Props): ReactElement {
  const asks = (point: IdentityPoint): boolean => points === undefined || points.includes(point)
  return (
    <>
      <Field name="heard" label="说对了哪些">
        <Many options={choicesOf(HEARD).filter(({ value }) => asks(value))} />
      </Field>
      {registered ? (
        <div className="ap-fields">
          {asks('birth') ? (
            <Field name="birthOn" label="客户说的出生日期">
              <DayInput />
            </Field>
          ) : null}
          {asks('id_tail') ? (
            <Field name="idTail" label="客户说的证件后四位">
              <Input maxLength={4} inputMode="text" />
            </Field>
          ) : null}
        </div>
      ) : null}
    </>
  )
}

export function identityOf({ heard = [], birthOn = '', idTail = '' }: IdentityValues) {
  return { heard: heard.flatMap((point) => keyIn(HEARD, point) ?? []), birthOn: birthOn || null, idTail }
}
