/** What the bank said of a transfer at once; a person may have it asked once more (CLM-12). */
import { askBank, type BatchView } from '@anpei/contract/claims'
import { Alert, Button } from 'antd'
import type { ReactElement } from 'react'
import { useCommand } from '../../client/index.ts'
import { Facts, FaultNote, Panel } from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { may } from '../acts.ts'
import { StateTag } from '../tags.tsx'

const T = {
  title: '即时转账',
  ask: '再向银行查询',
  asked: '已请银行查询，稍后刷新看结果。',
  unknown: '银行还没有答复。系统会按同一编号一直查询，不会重复付款，请不要另行付款。',
} as const

export function TransferPanel({ batch }: { batch: BatchView }): ReactElement | null {
  const command = useCommand(askBank)
  const { transfer } = batch
  if (transfer === null) return null
  const button = may(batch, 'askBank') ? (
    <Button
      loading={command.busy}
      onClick={() => {
        void command.run({ params: { batchId: batch.id } })
      }}
    >
      {T.ask}
    </Button>
  ) : null
  return (
    <Panel title={T.title} acts={button}>
      <FaultNote fault={command.fault} />
      {transfer.state === 'unknown' ? <Alert type="warning" showIcon title={T.unknown} /> : null}
      {transfer.state === 'disputed' ? <Alert type="error" showIcon title={transfer.fault ?? ''} /> : null}
      <Facts
        facts={[
          { label: '状态', value: <StateTag state={transfer.state} word={transfer.stateWord} /> },
          { label: '发出', value: instantText(transfer.sentAt) },
          { label: '最近答复', value: instantText(transfer.answeredAt) },
          { label: '查询次数', value: `${transfer.askedCount} 次` },
          { label: '银行流水号', value: transfer.bankReference ?? '—' },
          ...(transfer.fault === null ? [] : [{ label: '说明', value: transfer.fault }]),
        ]}
      />
    </Panel>
  )
}
