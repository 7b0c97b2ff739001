/**
 * A programme without a list (团体无清单, PRG-04): what the civil affairs office said of the registration on the day of
 * the accident, with its proof; until then the report waits for verification.
 */
import { listProgrammes, verifyResidence } from '@anpei/contract/programme'
import type { Day } from '@anpei/domain/kernel'
import { App, Button, Form, Input, Select, TreeSelect } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import { DayInput, Field, FilePick, SaveDialog } from '../../kit/index.ts'
import { today } from '../../kernel/index.ts'
import { useDivisions } from '../divisions.ts'

type Told = { readonly name: string; readonly accidentOn: Day }
type Values = {
  programmeId: string
  name: string
  idNumber: string
  villageCode: string | undefined
  accidentOn: Day
  residentSince: string
}

/** Shown where a programme is insured without a list. */
export function ResidenceButton({ name, accidentOn }: Told): ReactElement | null {
  const may = useMay()
  const allowed = may('report.verify') && may('programme.read')
  const found = useCall(listProgrammes, {}, { enabled: allowed })
  const [open, setOpen] = useState(false)
  const programmes = (found.shown?.programmes ?? []).filter((one) => one.rosterMode === 'unlisted')
  const choices = programmes.map((one) => ({ value: one.id, label: one.name }))
  if (!allowed || choices.length === 0) return null
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true)
        }}
      >
        登记户籍核实
      </Button>
      {open ? (
        <ResidenceDialog
          told={{ name, accidentOn }}
          choices={choices}
          onClose={() => {
            setOpen(false)
          }}
        />
      ) : null}
    </>
  )
}

type DialogProps = { told: Told; choices: { value: string; label: string }[]; onClose: () => void }

function ResidenceDialog({ told, choices, onClose }: DialogProps): ReactElement {
  const [form] = Form.useForm<Values>()
  const [files, setFiles] = useState<readonly File[]>([])
  const { message } = App.useApp()
  const verify = useCommand(verifyResidence)
  const divisions = useDivisions(true)
  const save = async ({ programmeId, villageCode, residentSince, ...said }: Values): Promise<void> => {
    const body = { ...said, villageCode: villageCode ?? '', residentSince: residentSince || null }
    const proofs = files.map((file) => ({ field: 'proof', file, name: file.name }))
    const done = await verify.run({ params: { programmeId }, body }, proofs)
    if (!done) return
    void message.info('已提交，等另一位同事在“待复核变更”里核对证明。')
    onClose()
  }
  return (
    <SaveDialog<Values>
      title="登记民政户籍核实"
      open
      okText="提交复核"
      busy={verify.busy}
      fault={verify.fault}
      form={form}
      note="团体无清单的方案：另一位同事核对证明并复核通过以后，这个人才按规则成为被保险人；之后再核实报案、立案。"
      initial={{
        programmeId: choices[0]?.value ?? '',
        name: told.name,
        idNumber: '',
        villageCode: undefined,
        accidentOn: told.accidentOn,
        residentSince: '',
      }}
      onClose={onClose}
      onSave={(values) => {
        void save(values)
      }}
    >
      <Field name="programmeId" label="方案" required>
        <Select options={choices} />
      </Field>
      <Field name="name" label="姓名" required>
        <Input maxLength={60} />
      </Field>
      <Field name="idNumber" label="身份证号" required>
        <Input maxLength={30} />
      </Field>
      <Field name="villageCode" label="户籍村居" required>
        <TreeSelect treeData={[...divisions]} showSearch treeNodeFilterProp="title" popupMatchSelectWidth={false} />
      </Field>
      <Field name="accidentOn" label="出险日（当日户籍在册）" required>
        <DayInput max={today()} />
      </Field>
      <Field name="residentSince" label="户籍迁入日期" help="出生起就在本区的，不用填。">
        <DayInput max={today()} />
      </Field>
      <FilePick label="附民政核实文件（必附）" many files={files} onFiles={setFiles} />
    </SaveDialog>
  )
}
