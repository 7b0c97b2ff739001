/** What was asked at doors and not taken as it was sent: read it, and let it count or not (SRV-09, CBK-02). */
import { chooseDoorTalk, type CallbackView } from '@anpei/contract/callbacks'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCommand } from '../client/index.ts'
import { FaultNote, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { Answers } from './Answers.tsx'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import { useEvidence } from './use-evidence.ts'

type DoorTalk = CallbackView['doorTalks'][number]
type Props = { readonly callback: CallbackView }

const T = {
  title: '上门时问到的',
  declined: '客户不愿接受回访。',
  adopt: '采用',
  not: '不采用',
  adoptNote: '回访就按上门时问到的记为完成，时间和回访人照上门时的写。',
  notNote: '问到的留着可看，不计入回访。',
  why: '原因',
} as const

export function DoorTalks({ callback }: Props): ReactElement {
  const file = useEvidence(callback.id)
  return (
    <Panel title={T.title}>
      <FaultNote fault={file.fault} />
      <div className="ap-stack">
        {callback.doorTalks.map((talk) => (
          <One key={talk.id} callback={callback} talk={talk} open={file.open} />
        ))}
      </div>
    </Panel>
  )
}

function One({ callback, talk, open }: Props & { talk: DoorTalk; open: (fileId: string) => void }): ReactElement {
  const [adopt, setAdopt] = useState<boolean | null>(null)
  const command = useCommand(chooseDoorTalk)
  const save = async (reason: string): Promise<void> => {
    if (adopt === null) return
    const params = { callbackId: callback.id, doorTalkId: talk.id }
    if (await command.run({ params, body: { adopt, reason } })) setAdopt(null)
  }
  const word = adopt ? T.adopt : T.not
  return (
    <article className="ap-stack">
      <p className="ap-row">
        <Tag tone={talk.standing === 'beside' ? 'amber' : talk.standing === 'adopted' ? 'green' : 'grey'}>
          {talk.standingWord}
        </Tag>
        {talk.by} {instantText(talk.at)} 上门 {talk.visitNo} 时问的，{instantText(talk.receivedAt)} 交回
      </p>
      <p className="ap-muted">没有收下：{talk.why}</p>
      {talk.willing ? <p>回答的人：{talk.callee}</p> : <p>{T.declined}</p>}
      {talk.standing === 'adopted' ? null : <Answers answers={talk.answers} />}
      <div className="ap-row">
        <EvidenceFiles files={talk.files} open={open} />
        {talk.can.includes('choose') ? (
          <>
            {callback.can.includes('take') || callback.can.includes('attempt') ? (
              <Button type="primary" onClick={() => setAdopt(true)}>
                {T.adopt}
              </Button>
            ) : null}
            <Button onClick={() => setAdopt(false)}>{T.not}</Button>
          </>
        ) : null}
      </div>
      {adopt === null ? null : (
        <ReasonDialog
          title={word}
          label={T.why}
          okText={word}
          busy={command.busy}
          fault={command.fault}
          note={adopt ? T.adoptNote : T.notNote}
          onClose={() => setAdopt(null)}
          onSave={(reason) => {
            void save(reason)
          }}
        />
      )}
    </article>
  )
}
