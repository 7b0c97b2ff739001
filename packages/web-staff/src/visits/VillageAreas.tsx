/** Urban or suburban by village; a list is pasted or read from a file, and the sponsor confirms it (CLM-02). */
import { listVillageAreas, proposeVillageAreas } from '@anpei/contract/visits'
import { AREAS } from '@anpei/domain/visits'
import { Alert, Button, Form, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, DayInput, Field, FilePick, Panel, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'
import { readAreaLines } from './area-lines.ts'

const T = {
  title: '村居属市区还是郊区',
  add: '登记或导入',
  note: '现场查勘：市区 1 小时、郊区 2 小时。未经主办方确认的村居按 1 小时计。',
  from: '从哪天起',
  source: '依据（来函文号）',
  lines: '每行一个村居：代码或名称，然后写市区或郊区',
  file: '从文件读入',
  send: '提交，待主办方确认',
  sent: '已提交，主办方在“待复核变更”里确认后生效。',
  wrong: '这几行看不懂：',
} as const

type Values = { fromOn: string; source: string; lines: string }

export function VillageAreas({ mayPropose }: { mayPropose: boolean }): ReactElement {
  const areas = useCall(listVillageAreas, { query: {} })
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState(false)
  const acts = mayPropose ? (
    <Button
      onClick={() => {
        setOpen(true)
      }}
    >
      {T.add}
    </Button>
  ) : null
  return (
    <Panel title={T.title} acts={acts}>
      <p className="ap-muted">{T.note}</p>
      {sent ? <Alert type="success" showIcon title={T.sent} role="status" /> : null}
      <Answered of={areas}>
        {({ items, known, all }) => (
          <>
            <p>
              共 {all} 个村居，已确认 {known} 个（{AREAS.urban} {items.filter((one) => one.area === 'urban').length}，
              {AREAS.suburban} {items.filter((one) => one.area === 'suburban').length}）。
            </p>
            {open ? (
              <Propose
                known={items}
                onClose={() => {
                  setOpen(false)
                }}
                onSent={() => {
                  setOpen(false)
                  setSent(true)
                }}
              />
            ) : null}
          </>
        )}
      </Answered>
    </Panel>
  )
}

type Known = Parameters<typeof readAreaLines>[1]
type ProposeProps = { readonly known: Known; readonly onClose: () => void; readonly onSent: () => void }

function Propose({ known, onClose, onSent }: ProposeProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const command = useCommand(proposeVillageAreas)
  const save = async ({ fromOn, source, lines }: Values): Promise<void> => {
    const read = readAreaLines(lines, known)
    if (read.wrong.length > 0) {
      form.setFields([{ name: 'lines', errors: [`${T.wrong}${read.wrong.slice(0, 10).join('、')}`] }])
      return
    }
    if (await command.run({ body: { fromOn, source, villages: read.villages } })) onSent()
  }
  return (
    <SaveDialog<Values>
      title={T.title}
      open
      okText={T.send}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ fromOn: today(), source: '', lines: '' }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="fromOn" label={T.from} required>
        <DayInput />
      </Field>
      <Field name="source" label={T.source} required>
        <Input maxLength={120} />
      </Field>
      <FilePick
        label={T.file}
        accept=".csv,.txt,text/plain,text/csv"
        onFiles={([file]) => {
          void file?.text().then((lines) => {
            form.setFieldsValue({ lines })
          })
        }}
      />
      <Field name="lines" label={T.lines} required>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 14 }} />
      </Field>
    </SaveDialog>
  )
}
