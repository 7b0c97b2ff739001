/** One version of a programme: read, edit, check, rehearse, submit, publish by a second person (PRG-01, 08, 09). */
import {
  discardVersion,
  getVersion,
  listProgrammes,
  publishVersion,
  rehearseVersion,
  submitVersion,
  takeBackVersion,
  type VersionView,
} from '@anpei/contract/programme'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import {
  Answered,
  Facts,
  FaultNote,
  PageHead,
  Panel,
  ReasonDialog,
  Tabs,
  Tag,
  useSearchState,
} from '../../kit/index.ts'
import { instantText } from '../../kernel/index.ts'
import { ChangeRoute } from './ChangeRoute.tsx'
import { inForceText, versionTones } from './ProgrammesPage.tsx'
import { isRunning } from '../TaskBar.tsx'
import { Examples, Findings } from './VersionChecks.tsx'
import { Parameters, VersionContent } from './VersionContent.tsx'
import { VersionEditor } from './VersionEditor.tsx'
import { Rehearsal } from './Rehearsal.tsx'
import '../programme.css'

export default function VersionPage(): ReactElement {
  const { versionId = '' } = useParams()
  const found = useCall(getVersion, { params: { versionId } })
  const running = isRunning(found.shown?.rehearsal?.task)
  useCall(getVersion, { params: { versionId } }, { enabled: running, ...(running ? { everySeconds: 2 } : {}) })
  return <Answered of={found}>{(version) => <Version key={version.id} version={version} />}</Answered>
}

function Version({ version }: { version: VersionView }): ReactElement {
  return (
    <>
      <PageHead title={`${version.title} 第 ${version.versionNo} 版`} note={inForceText(version)}>
        <Link to="/programmes">全部方案</Link>
        <Acts version={version} />
      </PageHead>
      <div className="ap-stack">
        <Panel>
          <Facts
            facts={[
              { label: '状态', value: <Tag tone={versionTones[version.state]}>{version.stateWord}</Tag> },
              { label: '变更原因', value: version.reason || '—' },
              { label: '编制', value: `${version.madeBy ?? '系统'}　${instantText(version.madeAt)}` },
              {
                label: '发布',
                value:
                  version.publishedAt === null
                    ? '尚未发布'
                    : `${version.publishedBy ?? '系统'}　${instantText(version.publishedAt)}`,
              },
              { label: '检查', value: <CheckWord version={version} /> },
            ]}
          />
        </Panel>
        <VersionTabs version={version} />
      </div>
    </>
  )
}

function CheckWord({ version }: { version: VersionView }): ReactElement {
  const errors = version.findings.filter(({ severity }) => severity === 'error').length
  const failing = version.examples.filter(({ agrees }) => !agrees).length
  return (
    <span className="ap-row">
      {errors ? (
        <Tag tone="red" icon="cross">
          {errors} 处错误
        </Tag>
      ) : (
        <Tag tone="green" icon="check">
          没有错误
        </Tag>
      )}
      {version.examples.length === 0 ? (
        <Tag tone="amber">还没有例子</Tag>
      ) : failing ? (
        <Tag tone="red">{failing} 个例子不符</Tag>
      ) : (
        <Tag tone="green">{version.examples.length} 个例子全部相符</Tag>
      )}
    </span>
  )
}

function VersionTabs({ version }: { version: VersionView }): ReactElement {
  const search = useSearchState()
  const items = [
    { key: 'content', label: '保障内容', children: <VersionContent definition={version.definition} /> },
    { key: 'parameters', label: '参数', children: <Parameters definition={version.definition} /> },
    { key: 'checks', label: `检查（${version.findings.length}）`, children: <Findings findings={version.findings} /> },
    {
      key: 'examples',
      label: `例子（${version.examples.length}）`,
      children: <Examples examples={version.examples} />,
    },
    { key: 'rehearsal', label: '演练', children: <Rehearsal version={version} /> },
    { key: 'change', label: '变更与批准', children: <ChangeRoute versionId={version.id} /> },
    ...(version.can.includes('edit')
      ? [{ key: 'edit', label: '编辑', children: <VersionEditor key={version.id} version={version} /> }]
      : []),
  ]
  return (
    <Tabs
      activeKey={search.get('tab') ?? 'content'}
      items={items}
      onChange={(tab) => {
        search.set({ tab })
      }}
    />
  )
}

const CONFIRMS = {
  submit: {
    title: '提交发布？',
    content: '提交后不能再改，接着在“变更与批准”里办手续，最后由另一人发布；需要改时可以退回，手续要重新办。',
    okText: '提交',
  },
  takeBack: { title: '退回修改？', content: '退回为草稿，可以继续编辑。', okText: '退回' },
  publish: {
    title: '发布这一版？',
    content: '发布后不再改动。生效日起发生的事故按这一版计算；写了到期日的，过了这天方案不再承保。',
    okText: '发布',
  },
} as const

function Acts({ version }: { version: VersionView }): ReactElement {
  const { modal, message } = App.useApp()
  const submit = useCommand(submitVersion)
  const takeBack = useCommand(takeBackVersion)
  const publish = useCommand(publishVersion)
  const rehearse = useCommand(rehearseVersion)
  const sent = { params: { versionId: version.id } }
  const commands = { submit, takeBack, publish }
  const ask = (act: keyof typeof CONFIRMS): void => {
    const run = async (): Promise<void> => {
      if (await commands[act].run(sent)) void message.success('办好了')
    }
    void modal.confirm({ ...CONFIRMS[act], cancelText: '取消', onOk: run })
  }
  const running = isRunning(version.rehearsal?.task)
  const search = useSearchState()
  const onRehearse = async (): Promise<void> => {
    if (await rehearse.run(sent)) search.set({ tab: 'rehearsal' })
  }
  return (
    <>
      {version.can.includes('rehearse') ? (
        <Button
          loading={rehearse.busy || running}
          onClick={() => {
            void onRehearse()
          }}
        >
          用历史赔案演练
        </Button>
      ) : null}
      {version.can.includes('submit') ? (
        <Button
          type="primary"
          onClick={() => {
            ask('submit')
          }}
        >
          提交发布
        </Button>
      ) : null}
      {version.can.includes('takeBack') ? (
        <Button
          onClick={() => {
            ask('takeBack')
          }}
        >
          退回修改
        </Button>
      ) : null}
      {version.can.includes('discard') ? <Discard version={version} /> : null}
      {version.can.includes('publish') ? (
        <Button
          type="primary"
          onClick={() => {
            ask('publish')
          }}
        >
          发布
        </Button>
      ) : null}
      <FaultNote fault={submit.fault ?? takeBack.fault ?? publish.fault ?? rehearse.fault} />
    </>
  )
}

/** A draft made by mistake; the first version of a programme takes the programme along. */
function Discard({ version }: { version: VersionView }): ReactElement {
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const { message } = App.useApp()
  // What is gone is not asked for again; the list is.
  const discard = useCommand(discardVersion, { quiet: true })
  const client = useQueryClient()
  const run = async (reason: string): Promise<void> => {
    if (!(await discard.run({ params: { versionId: version.id }, body: { reason } }))) return
    void message.success('草稿已作废')
    await navigate('/programmes')
    await client.invalidateQueries({ queryKey: [listProgrammes.id] })
  }
  return (
    <>
      <Button
        danger
        onClick={() => {
          setAsking(true)
        }}
      >
        作废草稿
      </Button>
      {asking ? (
        <ReasonDialog
          title="作废这份草稿？"
          note="作废后不能恢复。方案只有这一份草稿的，方案也一并作废，代码和名称可以再用。"
          label="为什么作废"
          okText="作废"
          danger
          max={500}
          busy={discard.busy}
          fault={discard.fault}
          onClose={() => {
            setAsking(false)
          }}
          onSave={(reason) => {
            void run(reason)
          }}
        />
      ) : null}
    </>
  )
}
