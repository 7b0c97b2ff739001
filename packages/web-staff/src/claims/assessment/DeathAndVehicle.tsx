/** Day of death, and the class of the vehicle with its evidence. */
import { VEHICLE_WORDS } from '@anpei/domain/claims'
import type { VehicleClass } from '@anpei/domain/programme'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { choicesOf, DayInput, Panel } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import type { AssessmentDraft } from './assessment-draft.ts'
import { EvidenceInput } from './EvidenceInput.tsx'

const T = {
  title: '身故与交通工具',
  short: '交通工具',
  death: '身故日期',
  vehicle: '乘坐的交通工具',
  evidence: '依据（车票、名单、认定书）',
} as const

type Props = {
  readonly draft: AssessmentDraft
  readonly withDeath: boolean
  /** Titles of the papers on file. */
  readonly papers: readonly string[]
  /** A vehicle is named and nothing proves its class. */
  readonly unproved: boolean
  readonly onChange: (part: Partial<AssessmentDraft>) => void
}

export function DeathAndVehicle({ draft, withDeath, papers, unproved, onChange }: Props): ReactElement {
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
          <EvidenceInput
            label={T.evidence}
            value={draft.vehicleEvidence}
            papers={papers}
            missing={unproved}
            onChange={(vehicleEvidence) => {
              onChange({ vehicleEvidence })
            }}
          />
        </label>
      </div>
    </Panel>
  )
}
