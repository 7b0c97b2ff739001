/** Exclusions of the programme version that was in force, each with its clause; only ticked ones are examined. */
import { getVersion, listProgrammes } from '@anpei/contract/programme'
import type { ClaimView } from '@anpei/contract/claims'
import { Checkbox } from 'antd'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { useCall } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Panel } from '../../kit/index.ts'
import { EvidenceInput } from './EvidenceInput.tsx'

const Definition = z.object({
  exclusions: z.array(z.object({ code: z.string(), title: z.string(), effect: z.string(), source: z.string() })),
})
type Exclusion = z.output<typeof Definition>['exclusions'][number]

const T = {
  title: '责任免除',
  none: '没有一项可疑就不要勾选。',
  manual: '须有官方结论',
  evidence: '依据',
  unread: '读不到方案里的责任免除条款，请稍后再试。',
} as const

type Props = {
  readonly claim: ClaimView
  readonly chosen: readonly string[]
  readonly evidence: Readonly<Record<string, string>>
  /** Titles of the papers on file. */
  readonly papers: readonly string[]
  readonly unproved: readonly string[]
  readonly onChange: (codes: readonly string[]) => void
  readonly onEvidence: (code: string, evidence: string) => void
}

export function Exclusions({ claim, chosen, evidence, papers, unproved, onChange, onEvidence }: Props): ReactElement {
  const { exclusions, failed } = useExclusions(claim)
  return (
    <Panel title={T.title}>
      <p className="ap-muted ap-small">{failed ? T.unread : T.none}</p>
      <ul className="ap-exclusions">
        {exclusions.map((one) => (
          <li key={one.code}>
            <Checkbox
              checked={chosen.includes(one.code)}
              onChange={(event) => {
                onChange(event.target.checked ? [...chosen, one.code] : chosen.filter((code) => code !== one.code))
              }}
            >
              {one.title}{' '}
              <small className="ap-muted">
                {one.effect === 'manual' ? `${T.manual}。` : ''}
                {one.source.replaceAll(/（[A-Z]{3}-\d+）/g, '')}
              </small>
            </Checkbox>
            {chosen.includes(one.code) ? (
              <EvidenceInput
                label={`${one.title}：${T.evidence}`}
                value={evidence[one.code] ?? ''}
                papers={papers}
                missing={unproved.includes(one.code)}
                onChange={(text) => {
                  onEvidence(one.code, text)
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function useExclusions(claim: ClaimView): { exclusions: readonly Exclusion[]; failed: boolean } {
  const may = useMay()
  const reads = may('programme.read')
  const programmes = useCall(listProgrammes, {}, { enabled: reads })
  const programme = programmes.shown?.programmes.find(
    (one) => one.id === claim.programme.id || one.name === claim.programme.name,
  )
  const versionId = programme?.versions.find((one) => one.versionNo === claim.programme.versionNo)?.id
  const version = useCall(getVersion, { params: { versionId: versionId ?? '' } }, { enabled: versionId !== undefined })
  const parsed = Definition.safeParse(version.shown?.definition)
  const lost = programmes.shown !== undefined && versionId === undefined
  const failed = !reads || lost || programmes.error !== null || version.error !== null
  return { exclusions: parsed.success ? parsed.data.exclusions : [], failed }
}
