/** Day of death, and the class of the vehicle with its evidence. */
import { VEHICLE_WORDS } from '@anpei/domain/claims'
import type { VehicleClass } from '@anpei/domain/programme'
import { Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, DayInput, Panel } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import type { AssessmentDraft } from './assessment-draft.ts'

const T = {
  title: '身故与交通工具',
  short: '交通工具',
  death: '身故日期',
  vehicle: '乘坐的交通工具',
  evidence: '依据（车票、名单、认定书）',
} as const

type Props = { draft: AssessmentDraft; withDeath: boolean; onChange: (part: Partial<AssessmentDraft>) => void }

export function DeathAndVehicle({ draft, withDeath, onChange }: Props): ReactElement {
  return (
    <Panel title={withDeath ? T.title : T.short}>
      <div className="ap-lines">
        {withDeath || draft.deathOn !== '' ? (
          <label>
            {T.death}
            <DayInput
              value={draft.deathOn}
              max={today()}
              onChange={(deathOn) => {
                onChange({ deathOn })
              }}
            />
          </label>
        ) : null}
        <label>
          {T.vehicle}
          <Select<VehicleClass>
            value={draft.vehicle}
            options={choicesOf(VEHICLE_WORDS)}
            popupMatchSelectWidth={false}
            onChange={(vehicle) => {
              onChange({ vehicle })
            }}
          />
        </label>
        <label className="ap-grow">
          {T.evidence}
          <Input
            value={draft.vehicleEvidence}
            maxLength={500}
            onChange={(event) => {
              onChange({ vehicleEvidence: event.target.value })
            }}
          />
        </label>
      </div>
    </Panel>
  )
}
