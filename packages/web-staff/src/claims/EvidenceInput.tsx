/** What an answer stands on: a paper of the case picked from the list, or words (PRG-03). */
import { AutoComplete } from 'antd'
import type { ReactElement } from 'react'

const T = { placeholder: '依据（选一份资料，或写明谁说的）', missing: '提交审批前须写明依据' } as const

type Props = {
  readonly label: string
  readonly value: string
  /** Titles of the papers on file. */
  readonly papers: readonly string[]
  readonly missing: boolean
  readonly placeholder?: string
  readonly onChange: (evidence: string) => void
}

export function EvidenceInput({ label, value, papers, missing, placeholder, onChange }: Props): ReactElement {
  return (
    <span className="ap-evidence">
      <AutoComplete
        value={value}
        options={papers.map((title) => ({ value: title }))}
        maxLength={500}
        placeholder={placeholder ?? T.placeholder}
        aria-label={label}
        {...(missing ? { status: 'warning' as const } : {})}
        onChange={onChange}
      />
      {missing ? <small className="ap-warn">{T.missing}</small> : null}
    </span>
  )
}
