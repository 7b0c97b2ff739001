/** A new programme with the draft of its first version (PRG-01). */
import { openProgramme, type listProgrammes } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { AutoComplete, Form, Input, InputNumber, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../../client/index.ts'
import { DayInput, Field, SaveDialog } from '../../kit/index.ts'
import { useDistricts } from '../divisions.ts'
import { PARAMETERS } from './parameters.ts'

type Programmes = Answer<typeof listProgrammes>['programmes']
type Values = {
  code: string
  name: string
  copyOf: string
  startsOn: string
  rosterMode: 'listed' | 'unlisted'
  district: string
  minAge: number
  perHeadYuan: number | null
  plannedHeads: number | null
  source: string
}
const BLANK = 'blank'
const EMPTY: Values = {
  code: '',
  name: '',
  copyOf: BLANK,
  startsOn: '',
  rosterMode: 'listed',
  district: '',
  minAge: 60,
  perHeadYuan: null,
  plannedHeads: null,
  source: '',
}

export function OpenProgramme({ programmes, onClose }: { programmes: Programmes; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Values>()
  const navigate = useNavigate()
  const open = useCommand(openProgramme)
  const save = async ({ perHeadYuan, ...values }: Values): Promise<void> => {
    const body = {
      ...values,
      copyOf: values.copyOf === BLANK ? null : values.copyOf,
      perHeadFen: Math.round((perHeadYuan ?? 0) * 100),
      plannedHeads: values.plannedHeads ?? 0,
    }
    const made = await open.run({ body })
    if (made) void navigate(`/programme-versions/${made.id}?tab=edit`)
  }
  return (
    <SaveDialog<Values>
      title="新建方案"
      open
      okText="起草第一版"
      busy={open.busy}
      fault={open.fault}
      form={form}
      width={720}
      onClose={onClose}
      initial={EMPTY}
      onSave={(values) => {
        void save(values)
      }}
      note="先起草第一版；改好、提交后由另一人发布，再由发布人生成首个保单，就可以导入花名册、受理报案。"
    >
      <Field name="name" label="方案名称" required wide>
        <Input maxLength={100} />
      </Field>
      <Field name="code" label="方案代码" required help="小写字母、数字和短横，用在保单号里，以后不能改。">
        <Input maxLength={20} />
      </Field>
      <Field name="copyOf" label="照哪个方案起草" required>
        <Select options={choicesOf(programmes)} />
      </Field>
      <TermFields />
      <Field name="source" label="依据文件" required wide help="招标文件、采购合同等的名称和文号，先写作各条款的出处。">
        <Input maxLength={200} />
      </Field>
    </SaveDialog>
  )
}

/** Rows of a roster are found by their village: of another district none would be. */
function placesKnown(districts: readonly string[]): string {
  return `现有村（居）名录：${districts.join('、')}。别处的花名册要先放入该区的名录（config/divisions），否则各行都认不出村（居）。`
}

function TermFields(): ReactElement {
  const districts = useDistricts()
  const modes = Object.entries(PARAMETERS['rosterMode']?.answers ?? {}).map(([value, label]) => ({ value, label }))
  return (
    <>
      <Field name="startsOn" label="首个保单年度的首日" required help="每个保单年度都从这一天开始。">
        <DayInput />
      </Field>
      <Field name="rosterMode" label="承保方式" required>
        <Select options={modes} />
      </Field>
      <Field name="district" label="参保地区" required help={placesKnown(districts)}>
        <AutoComplete options={districts.map((name) => ({ value: `${name}户籍` }))} maxLength={200} />
      </Field>
      <Field name="minAge" label="参保年龄（周岁，含）" required>
        <InputNumber min={0} max={120} precision={0} style={{ width: '100%' }} />
      </Field>
      <Field name="perHeadYuan" label="每人每年保费（元）" required>
        <InputNumber min={0.01} precision={2} style={{ width: '100%' }} />
      </Field>
      <Field name="plannedHeads" label="计划人数" required>
        <InputNumber min={1} precision={0} style={{ width: '100%' }} />
      </Field>
    </>
  )
}

function choicesOf(programmes: Programmes): { value: string; label: string }[] {
  const versions = programmes.flatMap(({ name, versions: all }) =>
    all.map((one) => ({ value: one.id, label: `${name} 第 ${one.versionNo} 版` })),
  )
  return [{ value: BLANK, label: '空白：各项责任的金额都待填写' }, ...versions]
}
