/** Programmes with their dated versions (PRG-01, PRG-08), and premium with its true-up (PRG-06). */
import { draftVersion, listProgrammes, type VersionRow } from '@anpei/contract/programme'
import type { Answer } from '@anpei/contract/kernel'
import { addDays } from '@anpei/domain/kernel'
import { Button, Form, Input, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  DataTable,
  DayInput,
  Empty,
  Field,
  PageHead,
  Panel,
  SaveDialog,
  Tag,
  type Column,
  type Tone,
} from '../../kit/index.ts'
import { instantText, today } from '../../kernel/index.ts'
import { Policies } from '../cover/Policies.tsx'
import { Premium } from '../cover/Premium.tsx'
import { OpenProgramme } from './OpenProgramme.tsx'
import '../programme.css'

type Programme = Answer<typeof listProgrammes>['programmes'][number]

export const versionTones: Readonly<Record<VersionRow['state'], Tone>> = {
  draft: 'grey',
  submitted: 'amber',
  published: 'green',
}

export default function ProgrammesPage(): ReactElement {
  const found = useCall(listProgrammes, {})
  const [opening, setOpening] = useState(false)
  const may = useMay()
  return (
    <>
      <PageHead title="方案" note="已发布的版本不再改动；赔案按出险日当天有效的版本计算。">
        <Link to="/decision-tables">决策表</Link>
        {may('programme.edit') ? (
          <Button
            onClick={() => {
              setOpening(true)
            }}
          >
            新建方案
          </Button>
        ) : null}
      </PageHead>
      <Answered of={found}>
        {({ programmes }) =>
          programmes.length === 0 ? (
            <Panel>
              <Empty>还没有方案。</Empty>
            </Panel>
          ) : (
            <div className="ap-stack">
              {programmes.map((one) => (
                <ProgrammePanel key={one.id} programme={one} />
              ))}
            </div>
          )
        }
      </Answered>
      {opening ? (
        <OpenProgramme
          programmes={found.shown?.programmes ?? []}
          onClose={() => {
            setOpening(false)
          }}
        />
      ) : null}
    </>
  )
}

const columns: readonly Column<VersionRow>[] = [
  {
    key: 'no',
    title: '版本',
    render: (row) => <Link to={`/programme-versions/${row.id}`}>第 {row.versionNo} 版</Link>,
  },
  { key: 'state', title: '状态', render: (row) => <Tag tone={versionTones[row.state]}>{row.stateWord}</Tag> },
  { key: 'force', title: '有效期', render: (row) => inForceText(row) },
  {
    key: 'now',
    title: '今天',
    render: (row) =>
      isInForce(row) ? (
        <Tag tone="teal" icon="check">
          正在执行
        </Tag>
      ) : row.state === 'published' && row.effectiveBefore !== null && row.effectiveBefore <= today() ? (
        '已到期'
      ) : (
        '—'
      ),
  },
  { key: 'reason', title: '变更原因', render: (row) => row.reason || '—', wideOnly: true },
  {
    key: 'made',
    title: '编制',
    render: (row) => (
      <>
        {row.madeBy ?? '系统'} <small>{instantText(row.madeAt)}</small>
      </>
    ),
  },
  {
    key: 'published',
    title: '发布',
    render: (row) =>
      row.publishedAt === null ? (
        '—'
      ) : (
        <>
          {row.publishedBy ?? '系统'} <small>{instantText(row.publishedAt)}</small>
        </>
      ),
  },
]

/** `effectiveBefore` is the first day a version is no longer in force. */
export function inForceText({
  effectiveFrom,
  effectiveBefore,
}: Pick<VersionRow, 'effectiveFrom' | 'effectiveBefore'>): string {
  return effectiveBefore === null ? `${effectiveFrom} 起` : `${effectiveFrom} 至 ${addDays(effectiveBefore, -1)}`
}

function isInForce(row: VersionRow): boolean {
  const now = today()
  return (
    row.state === 'published' && row.effectiveFrom <= now && (row.effectiveBefore === null || now < row.effectiveBefore)
  )
}

function ProgrammePanel({ programme }: { programme: Programme }): ReactElement {
  const [drafting, setDrafting] = useState(false)
  const navigate = useNavigate()
  const may = useMay()
  const draft =
    may('programme.edit') && programme.versions.length > 0 ? (
      <Button
        type="primary"
        onClick={() => {
          setDrafting(true)
        }}
      >
        起草新版本
      </Button>
    ) : null
  return (
    <>
      <Panel
        title={programme.name}
        acts={
          <>
            <LastDay lastOn={programme.lastOn} />
            <Tag>{programme.rosterMode === 'listed' ? '清单承保' : '团体无清单'}</Tag>
            {draft}
          </>
        }
        flush
      >
        <DataTable
          label="版本"
          columns={columns}
          rows={programme.versions}
          empty={<Empty>还没有版本。</Empty>}
          onOpen={(row) => {
            void navigate(`/programme-versions/${row.id}`)
          }}
        />
      </Panel>
      <Policies programme={programme} />
      {may('board.read') && programme.policies.length > 0 ? <Premium programmeId={programme.id} /> : null}
      {drafting ? (
        <DraftDialog
          programme={programme}
          onClose={() => {
            setDrafting(false)
          }}
        />
      ) : null}
    </>
  )
}

function LastDay({ lastOn }: Pick<Programme, 'lastOn'>): ReactElement | null {
  if (lastOn === null) return null
  return lastOn < today() ? <Tag tone="red">已到期（{lastOn}）</Tag> : <Tag tone="amber">{lastOn} 到期</Tag>
}

type Draft = { copyOf: string; effectiveFrom: string; reason: string }

function DraftDialog({ programme, onClose }: { programme: Programme; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Draft>()
  const navigate = useNavigate()
  const draft = useCommand(draftVersion)
  const save = async (body: Draft): Promise<void> => {
    const made = await draft.run({ params: { programmeId: programme.id }, body })
    if (made) void navigate(`/programme-versions/${made.id}?tab=edit`)
  }
  const options = programme.versions.map((one) => ({
    value: one.id,
    label: `第 ${one.versionNo} 版（${inForceText(one)}）`,
  }))
  const newest = [...programme.versions].sort((a, b) => b.versionNo - a.versionNo)[0]
  return (
    <SaveDialog<Draft>
      title="起草新版本"
      open
      okText="起草"
      busy={draft.busy}
      fault={draft.fault}
      form={form}
      onClose={onClose}
      initial={{ copyOf: newest?.id ?? '', effectiveFrom: '', reason: '' }}
      onSave={(values) => {
        void save(values)
      }}
      note="从现有版本复制一份草稿。改好、演练、提交后，由另一人发布；从生效日起的事故才适用。"
    >
      <Field name="copyOf" label="照哪个版本" required>
        <Select options={options} />
      </Field>
      <Field name="effectiveFrom" label="生效日" required help={yearStartHint(programme)}>
        <DayInput />
      </Field>
      <Field name="reason" label="变更原因" required>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
    </SaveDialog>
  )
}

function yearStartHint({ policies }: Programme): string {
  const [month, day] = policies.at(-1)?.fromOn.slice(5).split('-') ?? []
  return month && day ? `最好是保单年度首日（${Number(month)} 月 ${Number(day)} 日）。` : '最好是保单年度首日。'
}
