/** CLM-08: a hospital by its name or alias; one of the register brings its level of the day of admission along. */
import { listHospitals, type HospitalView } from '@anpei/contract/programme'
import { AutoComplete } from 'antd'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { levelText } from '../../programme/index.ts'

type Chosen = {
  readonly hospital: string
  readonly hospitalId: string | null
  readonly hospitalLevel?: 1 | 2 | 3 | null
  readonly recognised?: boolean
}
type Props = {
  readonly hospital: string
  readonly admittedOn: string
  readonly onChange: (chosen: Chosen) => void
}

const MOST = 10

export function HospitalPick({ hospital, admittedOn, onChange }: Props): ReactElement {
  const found = useCall(listHospitals, { query: { q: hospital, on: admittedOn, limit: MOST } })
  const known = found.shown?.items ?? []
  const choose = (one: HospitalView): void => {
    const { level, recognised } = one.onDay
    onChange({ hospital: one.name, hospitalId: one.id, hospitalLevel: level, recognised })
  }
  return (
    <AutoComplete
      value={hospital}
      options={known.map((one) => ({
        value: one.name,
        key: one.id,
        label: `${one.name}　${levelText(one.onDay)}${one.town ? `　${one.town}` : ''}`,
      }))}
      maxLength={100}
      placeholder="输入名称或别名，从目录中选"
      onSelect={(name: string) => {
        const one = known.find((item) => item.name === name)
        if (one) choose(one)
      }}
      onChange={(text: string) => {
        onChange({ hospital: text, hospitalId: null })
      }}
    />
  )
}
