/** What was tried, with what proves it, and what is missing until nobody could be reached (CBK-02, CMP-10). */
import type { CallbackView } from '@anpei/contract/callbacks'
import { DAY_PARTS, EVIDENCE, OUTCOMES, WAYS } from '@anpei/domain/callbacks'
import type { ReactElement } from 'react'
import { DataTable, Empty, FaultNote, Panel, Tag, type Column } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { EvidenceFiles } from './EvidenceFiles.tsx'
import { useEvidence } from './use-evidence.ts'

type Attempt = CallbackView['attempts'][number]

export function Attempts({ callback }: { callback: CallbackView }): ReactElement {
  const file = useEvidence(callback.id)
  const trying = callback.state === 'owed' || (callback.state === 'contacting' && !callback.can.includes('identify'))
  return (
    <Panel title="联系记录" flush>
      <FaultNote fault={file.fault} />
      <DataTable<Attempt>
        label="联系记录"
        columns={columns(file.open)}
        rows={callback.attempts}
        empty={<Empty>还没有联系过。</Empty>}
      />
      {trying && callback.attempts.length > 0 && callback.missing.length > 0 ? (
        <p className="cb-missing">一直联系不上时，{callback.missing.join('；')}，才能记为未能回访。</p>
      ) : null}
    </Panel>
  )
}

function columns(open: (fileId: string) => void): readonly Column<Attempt>[] {
  return [
    {
      key: 'at',
      title: '时间',
      render: (row) => (
        <span className="ap-num">
          {instantText(row.at)} {DAY_PARTS[row.dayPart]}
        </span>
      ),
    },
    { key: 'way', title: '方式', render: (row) => WAYS[row.way].zh },
    {
      key: 'outcome',
      title: '结果',
      render: (row) => <Tag tone={row.outcome === 'reached' ? 'green' : 'plain'}>{OUTCOMES[row.outcome]}</Tag>,
    },
    { key: 'proof', title: '凭证', render: (row) => <Proof of={row} open={open} /> },
    { key: 'by', title: '谁', render: (row) => row.by },
  ]
}

function Proof({ of: { evidence, callNo, note, files }, open }: { of: Attempt; open: (id: string) => void }) {
  return (
    <span className="ap-row">
      <span className="ap-muted">{EVIDENCE[evidence]}</span> {callNo} {note}
      <EvidenceFiles files={files} open={open} />
    </span>
  )
}
