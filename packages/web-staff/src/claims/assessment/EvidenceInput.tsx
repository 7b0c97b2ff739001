/** What an answer stands on: a paper of the case picked from the list, or words (PRG-03). */
import { Input } from 'antd'
import { useId, type ReactElement } from 'react'

const T = { placeholder: '依据（选一份资料，或写明谁说的）', missing: '提交审批前须写明依据' } as const

type Props = {
  readonly label: string
  readonly value: string
  /** Titles of the papers on file. */
  readonly papers: readonly string[]
  readonly missing: boolean
  readonly onChange: (evidence: string) => void
}

export function EvidenceInput({ label, value, papers, missing, onChange }: Props): ReactElement {
  const listId = useId()
  return (
    <span className="ap-evidence">
      <Input
        value={value}
        list={listId}
        maxLength={500}
        placeholder={T.placeholder}
        aria-label={label}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <datalist id={listId}>
        {papers.map((title) => (
          <option key={title} value={title} />
        ))}
      </datalist>
      {missing ? <small className="ap-warn">{T.missing}</small> : null}
    </span>
  )
}
