/** The claim a complaint is about, of those the customer has (CMP-02). */
import { getKnownForComplaint } from '@anpei/contract/complaints'
import { Select } from 'antd'
import type { ReactElement } from 'react'
import { clearable } from '../kit/index.ts'
import { useCall } from '../client/index.ts'

type Props = {
  readonly id?: string
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly personId: string | undefined
  readonly claimId: string | undefined
}

export function ClaimPick({ id, value, onChange, personId, claimId }: Props): ReactElement {
  const query = { ...(personId ? { personId } : {}), ...(claimId ? { claimId } : {}) }
  const claims = useCall(getKnownForComplaint, { query }, { enabled: Boolean(personId || claimId) }).shown?.claims ?? []
  return (
    <Select<string>
      {...(id ? { id } : {})}
      allowClear={clearable}
      value={value ?? null}
      placeholder={personId ? '没有就不选' : '先选客户'}
      notFoundContent="没有赔案"
      options={claims.map((one) => ({ value: one.id, label: `${one.claimNo}　${one.stateWord}` }))}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}
