/** An answer to the customer or a note to colleagues; approved wording, files, and a look at the words (SRV-10). */
import type { RequestView } from '@anpei/contract/service-desk'
import { Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { AnswerForm } from './AnswerForm.tsx'
import { NoteForm } from './NoteForm.tsx'
import type { Draft } from './use-draft.ts'

export function Composer({ request, draft }: { request: RequestView; draft: Draft }): ReactElement {
  const answers = request.can.includes('answer')
  const notes = request.can.includes('note')
  const [noting, setNoting] = useState(!answers)
  return (
    <div className="dk-composer">
      {answers && notes ? (
        <Segmented
          aria-label="写什么"
          size="small"
          value={noting ? 'note' : 'answer'}
          options={[
            { value: 'answer', label: '答复客户' },
            { value: 'note', label: '内部备注' },
          ]}
          onChange={(value) => {
            setNoting(value === 'note')
          }}
        />
      ) : null}
      <div hidden={noting || !answers}>
        <AnswerForm request={request} draft={draft} />
      </div>
      {noting && notes ? <NoteForm requestId={request.id} /> : null}
    </div>
  )
}
