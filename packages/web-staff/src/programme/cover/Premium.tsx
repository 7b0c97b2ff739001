/** Premium of each policy year with its true-up: one line a year, and the statement of the one opened (PRG-06). */
import { exportPremium, premiumBoard, recordPremium, type PremiumView } from '@anpei/contract/programme'
import { Button, Form, Input, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand, useDownload } from '../../client/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  FaultNote,
  Field,
  Icon,
  Panel,
  SaveDialog,
  saveFile,
  Tag,
  type Column,
} from '../../kit/index.ts'
import { fenOfYuan, instantText, today, yuan } from '../../kernel/index.ts'

type YearRow = PremiumView & { readonly id: string }

const columns: readonly Column<YearRow>[] = [
  { key: 'year', title: '保单年度', render: (row) => `${row.fromOn} 至 ${row.toOn}` },
  {
    key: 'policy',
    title: '保单',
    render: (row) => (
      <>
        {row.policyNo} <small>{row.holderName}</small>
      </>
    ),
  },
  { key: 'head', title: '每人', align: 'right', render: (row) => yuan(row.perHeadFen) },
  { key: 'plannedFen', title: '计划保费', align: 'right', render: (row) => yuan(row.plannedFen) },
  { key: 'heads', title: '实际人数', align: 'right', render: (row) => heads(row.heads) },
  { key: 'due', title: '应收保费', align: 'right', render: (row) => yuan(row.dueFen) },
  { key: 'trueUp', title: '比计划', align: 'right', render: (row) => trueUpText(row.trueUpFen) },
  { key: 'paid', title: '已收', align: 'right', render: (row) => yuan(row.paidFen) },
  { key: 'open', title: '尚欠', align: 'right', render: (row) => <Outstanding fen={row.outstandingFen} /> },
]

function heads(count: number): string {
  return count.toLocaleString('en-US')
}

function trueUpText(fen: number): string {
  return fen > 0 ? `+${yuan(fen)}` : yuan(fen)
}

function Outstanding({ fen }: { fen: number }): ReactElement {
  if (fen === 0) return <Tag tone="green">两清</Tag>
  return fen > 0 ? <Tag tone="amber">投保人补 {yuan(fen)}</Tag> : <Tag tone="blue">退投保人 {yuan(-fen)}</Tag>
}

export function Premium({ programmeId }: { programmeId: string }): ReactElement {
  const found = useCall(premiumBoard, { params: { programmeId } })
  const [opened, setOpened] = useState<string | null>(null)
  const one = found.shown?.years.find((year) => year.policyId === opened)
  return (
    <>
      <Panel title="保费与补退" flush>
        <Answered of={found}>
          {({ years }) => (
            <DataTable<YearRow>
              label="保费与补退"
              columns={columns}
              empty={<Empty>还没有保单。</Empty>}
              rows={years.map((year) => ({ ...year, id: year.policyId }))}
              onOpen={(row) => {
                setOpened(row.policyId === opened ? null : row.policyId)
              }}
            />
          )}
        </Answered>
        <p className="ap-muted ap-small pg-more">点一个年度，看结算单和计算过程。</p>
      </Panel>
      {one ? <Statement key={one.policyId} one={one} /> : null}
    </>
  )
}

type LineRow = {
  readonly id: string
  readonly title: string
  readonly on: string
  readonly heads: number
  readonly months: string
  readonly each: string
  readonly sum: string
}

const lineColumns: readonly Column<LineRow>[] = [
  { key: 'title', title: '项目', render: (row) => row.title },
  { key: 'on', title: '时间', render: (row) => row.on },
  { key: 'heads', title: '人数', align: 'right', render: (row) => heads(row.heads) },
  { key: 'months', title: '月数', align: 'right', render: (row) => row.months },
  { key: 'each', title: '每人', align: 'right', render: (row) => row.each },
  { key: 'sum', title: '金额', align: 'right', render: (row) => row.sum },
]

function rowsOf(one: PremiumView): LineRow[] {
  const paid = one.lines.map((line) => ({
    id: `${line.kind}${line.from}`,
    title: line.kind === 'start' ? '年度首日在保' : '年度内新增',
    on: line.from,
    heads: line.heads,
    months: String(line.months),
    each: yuan(line.eachFen),
    sum: yuan(line.sumFen),
  }))
  const left = one.leavers.map(({ month, heads: count }) => ({
    id: `left${month}`,
    title: '保障终止（保费不退）',
    on: month,
    heads: count,
    months: '—',
    each: '—',
    sum: '—',
  }))
  return [...paid, ...left]
}

function Statement({ one }: { one: PremiumView }): ReactElement {
  const [recording, setRecording] = useState(false)
  return (
    <Panel
      title={`保费结算单 ${one.policyNo}`}
      acts={
        <>
          <Export one={one} />
          {one.can.includes('record') ? (
            <Button
              type="primary"
              onClick={() => {
                setRecording(true)
              }}
            >
              登记到账
            </Button>
          ) : null}
        </>
      }
    >
      <DataTable<LineRow> label="保费结算单" columns={lineColumns} rows={rowsOf(one)} />
      <ol className="pg-working">
        {one.working.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className="ap-upload-act">到账与退还</h3>
      <DataTable label="到账" columns={receiptColumns} rows={one.receipts} empty={<Empty>还没有登记到账。</Empty>} />
      {recording ? (
        <ReceiptDialog
          policyId={one.policyId}
          onClose={() => {
            setRecording(false)
          }}
        />
      ) : null}
    </Panel>
  )
}

const receiptColumns: readonly Column<PremiumView['receipts'][number]>[] = [
  { key: 'on', title: '日期', render: (row) => row.receivedOn },
  { key: 'ref', title: '流水号', render: (row) => row.reference },
  { key: 'sum', title: '金额', align: 'right', render: (row) => yuan(row.amountFen) },
  { key: 'note', title: '说明', render: (row) => row.note || '—', wideOnly: true },
  {
    key: 'by',
    title: '登记',
    render: (row) => (
      <>
        {row.recordedBy ?? '系统'} <small>{instantText(row.recordedAt)}</small>
      </>
    ),
  },
]

function Export({ one }: { one: PremiumView }): ReactElement {
  const download = useDownload(exportPremium)
  const get = (format: 'csv' | 'xlsx') => (): void => {
    download.get({ params: { policyId: one.policyId }, query: { format } }, (file) => {
      saveFile(file, `保费结算单-${one.policyNo}.${format}`)
    })
  }
  return (
    <>
      <FaultNote fault={download.fault} />
      <Button icon={<Icon name="download" />} loading={download.busy} onClick={get('xlsx')}>
        下载 XLSX
      </Button>
      <Button loading={download.busy} onClick={get('csv')}>
        CSV
      </Button>
    </>
  )
}

type Receipt = { kind: 'in' | 'back'; receivedOn: string; amount: string; reference: string; note: string }

const KINDS = [
  { value: 'in', label: '到账' },
  { value: 'back', label: '退还投保人' },
] as const

function ReceiptDialog({ policyId, onClose }: { policyId: string; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Receipt>()
  const record = useCommand(recordPremium)
  const save = async ({ kind, amount, receivedOn, reference, note }: Receipt): Promise<void> => {
    const fen = fenOfYuan(amount)
    if (fen === null) {
      form.setFields([{ name: 'amount', errors: ['金额写成 2158640.00 这样'] }])
      return
    }
    const body = { receivedOn, amountFen: kind === 'in' ? fen : -fen, reference, note }
    if (await record.run({ params: { policyId }, body })) onClose()
  }
  return (
    <SaveDialog<Receipt>
      title="登记保费"
      open
      okText="登记"
      busy={record.busy}
      fault={record.fault}
      form={form}
      onClose={onClose}
      initial={{ kind: 'in', receivedOn: today(), amount: '', reference: '', note: '' }}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="kind" label="种类" required>
        <Segmented options={[...KINDS]} />
      </Field>
      <Field name="receivedOn" label="日期" required>
        <DayInput max={today()} />
      </Field>
      <Field name="amount" label="金额（元）" required>
        <Input inputMode="decimal" maxLength={20} />
      </Field>
      <Field name="reference" label="银行流水号" required help="同一流水号只登记一次。">
        <Input maxLength={60} />
      </Field>
      <Field name="note" label="说明">
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}
