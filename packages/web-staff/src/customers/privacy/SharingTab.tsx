/** Whom data are given to, under which agreement; a second person confirms each entry (CUS-09). */
import { decideSharingEntry, endSharing, getAgreement, listSharing, type SharingEntry } from '@anpei/contract/customers'
import { PARTNER_KINDS } from '@anpei/domain/customers'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand, useDownload } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { Answered, Empty, FaultNote, Panel, ReasonDialog, saveFile, Tag } from '../../kit/index.ts'
import { SharingDialog } from './SharingDialog.tsx'

type Asking = { entry: SharingEntry; act: 'approve' | 'reject' | 'end' } | null
const WORDS = { approve: '复核通过', reject: '退回', end: '停止提供' } as const

export function SharingTab(): ReactElement {
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [asking, setAsking] = useState<Asking>(null)
  const found = useCall(listSharing, {})
  const add = may('privacy.answer') ? (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      登记对外提供
    </Button>
  ) : null
  return (
    <Panel title="对外提供登记册" acts={add} flush>
      <Answered of={found}>
        {({ entries, purposes }) => (
          <>
            {entries.length === 0 ? <Empty>还没有登记。没有登记和保密协议，资料不能给出去。</Empty> : null}
            {entries.map((entry) => (
              <EntryCard key={entry.id} entry={entry} onAsk={setAsking} />
            ))}
            {adding ? (
              <SharingDialog
                purposes={purposes}
                onClose={() => {
                  setAdding(false)
                }}
              />
            ) : null}
          </>
        )}
      </Answered>
      {asking ? (
        <Decide
          asking={asking}
          onClose={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </Panel>
  )
}

function EntryCard({ entry, onAsk }: { entry: SharingEntry; onAsk: (asking: Asking) => void }): ReactElement {
  const download = useDownload(getAgreement)
  const tone = entry.inForce ? 'green' : entry.state === 'waiting' ? 'amber' : 'grey'
  const word = entry.state === 'active' && !entry.inForce ? '协议不在有效期' : entry.stateWord
  return (
    <article className="cu-purpose">
      <div>
        <div className="ap-row">
          <strong>{entry.partner}</strong>
          <Tag>{PARTNER_KINDS[entry.kind]}</Tag>
          <Tag tone={tone}>{word}</Tag>
        </div>
        <p>
          {entry.purposeTitle}：{entry.scope}
        </p>
        <p className="ap-muted ap-small">
          <span className="ap-num">
            {entry.fromOn} 至 {entry.toOn}
          </span>
          {'　'}
          {entry.madeBy} 登记{entry.checkedBy === null ? '' : `，${entry.checkedBy} 复核`}
          {entry.comment === null ? '' : `　${entry.comment}`}
        </p>
        <FaultNote fault={download.fault} />
      </div>
      <div className="ap-acts">
        {entry.files.map((file) => (
          <Button
            key={file.id}
            size="small"
            onClick={() => {
              download.get({ params: { entryId: entry.id, fileId: file.id } }, (blob) => {
                saveFile(blob, file.fileName)
              })
            }}
          >
            保密协议
          </Button>
        ))}
        {(['approve', 'reject', 'end'] as const)
          .filter((act) => entry.can.includes(act === 'end' ? 'end' : 'decide'))
          .map((act) => (
            <Button
              key={act}
              size="small"
              type={act === 'approve' ? 'primary' : 'default'}
              danger={act === 'end'}
              onClick={() => {
                onAsk({ entry, act })
              }}
            >
              {WORDS[act]}
            </Button>
          ))}
      </div>
    </article>
  )
}

function Decide({ asking, onClose }: { asking: NonNullable<Asking>; onClose: () => void }): ReactElement {
  const { entry, act } = asking
  const decide = useCommand(decideSharingEntry)
  const end = useCommand(endSharing)
  const params = { entryId: entry.id }
  const save = async (text: string): Promise<void> => {
    const done =
      act === 'end'
        ? await end.run({ params, body: { reason: text } })
        : await decide.run({ params, body: { approve: act === 'approve', comment: text } })
    if (done) onClose()
  }
  return (
    <ReasonDialog
      title={`${WORDS[act]}：${entry.partner}`}
      label="说明"
      field={act === 'end' ? 'reason' : 'comment'}
      okText={WORDS[act]}
      danger={act === 'end'}
      busy={decide.busy || end.busy}
      fault={decide.fault ?? end.fault}
      onClose={onClose}
      onSave={(text) => {
        void save(text)
      }}
    />
  )
}
