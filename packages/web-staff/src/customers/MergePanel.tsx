/** Duplicates: another record of the same person is merged into this one; a merge can be undone (CUS-01). */
import { mergePersons, undoMerge, type PersonRow, type PersonView } from '@anpei/contract/customers'
import { Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCommand } from '../client/index.ts'
import { useMay } from '../identity/index.ts'
import { Empty, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { FindPerson } from './FindPerson.tsx'

export function MergePanel({ person }: { person: PersonView }): ReactElement | null {
  const [step, setStep] = useState<'find' | PersonRow | null>(null)
  const merge = useCommand(mergePersons)
  const may = useMay()
  if (person.merges.length === 0 && !may('person.merge')) return null
  const onMerge = async (other: PersonRow, reason: string): Promise<void> => {
    if (await merge.run({ params: { personId: person.id }, body: { mergedId: other.id, reason } })) setStep(null)
  }
  const begin = person.can.includes('merge') ? (
    <Button
      onClick={() => {
        merge.clear()
        setStep('find')
      }}
    >
      并入重复的客户
    </Button>
  ) : null
  return (
    <Panel title="重复客户" acts={begin} flush>
      {person.merges.length === 0 ? <Empty>没有合并过。发现同一个人有两份资料时，可把另一份并入这里。</Empty> : null}
      {person.merges.map((one) => (
        <MergeCard key={one.id} merge={one} />
      ))}
      <Modal
        title="找出重复的那一份"
        open={step === 'find'}
        footer={null}
        width={860}
        destroyOnHidden
        onCancel={() => {
          setStep(null)
        }}
      >
        <FindPerson except={person.id} onPick={setStep} />
      </Modal>
      {step !== null && step !== 'find' ? (
        <ReasonDialog
          title={`把“${step.name}”并入“${person.name}”`}
          label="怎样确认是同一个人"
          okText="合并"
          danger
          busy={merge.busy}
          fault={merge.fault}
          onClose={() => {
            setStep(null)
          }}
          onSave={(reason) => {
            void onMerge(step, reason)
          }}
          note={`${step.idNumberMasked}（${step.birthYear}）的保障、赔案、账户都转到这位客户名下；合并可以撤销。`}
        />
      ) : null}
    </Panel>
  )
}

function MergeCard({ merge }: { merge: PersonView['merges'][number] }): ReactElement {
  const [undoing, setUndoing] = useState(false)
  const undo = useCommand(undoMerge)
  const may = useMay()
  const onUndo = async (reason: string): Promise<void> => {
    if (await undo.run({ params: { mergeId: merge.id }, body: { reason } })) setUndoing(false)
  }
  return (
    <article className="cu-card">
      <div>
        <div className="ap-row">
          <Link to={`/persons/${merge.mergedId}`}>{merge.mergedName}</Link>
          {merge.undone ? <Tag tone="grey">已撤销</Tag> : <Tag tone="teal">已并入</Tag>}
        </div>
        <p className="ap-muted ap-small">
          {instantText(merge.mergedAt)}　{merge.reason}
        </p>
      </div>
      {!merge.undone && may('person.merge') ? (
        <Button
          size="small"
          onClick={() => {
            setUndoing(true)
          }}
        >
          撤销合并
        </Button>
      ) : null}
      {undoing ? (
        <ReasonDialog
          title="撤销合并"
          label="撤销原因"
          okText="撤销合并"
          busy={undo.busy}
          fault={undo.fault}
          onClose={() => {
            setUndoing(false)
          }}
          onSave={(reason) => {
            void onUndo(reason)
          }}
        />
      ) : null}
    </article>
  )
}
