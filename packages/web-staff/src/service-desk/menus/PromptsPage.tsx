/** 录音提示: what callers hear before a human answers, in every version, and the plan of each line (SRV-02). */
import { getPromptAudio, listPrompts, withdrawPrompt, type DeskPrompt } from '@anpei/contract/service-desk'
import { CALL_LINES } from '@anpei/domain/service-desk'
import { Alert, Button, Segmented } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link } from 'react-router'
import { useCall, useCommand } from '../../client/index.ts'
import { useMay } from '../../identity/index.ts'
import {
  Answered,
  DataTable,
  Empty,
  keyIn,
  PageHead,
  Panel,
  Pick,
  choicesOf,
  ReasonDialog,
  Tag,
  useSearchState,
  type SearchState,
  type Column,
} from '../../kit/index.ts'
import { CallPlans } from './CallPlans.tsx'
import { PromptDialog } from './PromptDialog.tsx'
import '../desk.css'

const LINES = { every: '所有线路', ...CALL_LINES } as const
const SHOWN = [
  { value: 'no', label: '没有停用的' },
  { value: 'yes', label: '已停用' },
]

export default function PromptsPage(): ReactElement {
  const search = useSearchState()
  const mayLead = useMay()('desk.lead')
  const { withdrawn, line } = filtersOf(search)
  const found = useCall(listPrompts, { query: { line, withdrawn } })
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<DeskPrompt | null>(null)
  const waiting = found.shown?.waiting ?? []
  return (
    <div className="ap-stack">
      <PageHead title="录音提示" note="来电人在坐席接听前听到的话。新录音由另一人听过、复核后才会播放。">
        {mayLead ? (
          <Button
            type="primary"
            onClick={() => {
              setAdding(true)
            }}
          >
            上传录音
          </Button>
        ) : null}
        <Link to="/calls">通话</Link>
      </PageHead>
      {waiting.length > 0 ? (
        <Alert
          type="info"
          showIcon
          title={`等待复核：${waiting.map(({ title }) => title).join('；')}`}
          action={<Link to="/changes">去看</Link>}
        />
      ) : null}
      <CallPlans mayLead={mayLead} />
      <Panel title="录音" flush>
        <PromptFilters search={search} />
        <Answered of={found}>
          {(page) => (
            <DataTable<DeskPrompt>
              label="录音提示"
              rows={page.items}
              columns={columnsFor(setLeaving)}
              empty={<Empty>{withdrawn === 'yes' ? '没有停用的录音。' : '还没有录音提示。'}</Empty>}
            />
          )}
        </Answered>
      </Panel>
      {adding ? (
        <PromptDialog
          onClose={() => {
            setAdding(false)
          }}
        />
      ) : null}
      {leaving ? (
        <WithdrawDialog
          prompt={leaving}
          onClose={() => {
            setLeaving(null)
          }}
        />
      ) : null}
    </div>
  )
}

function PromptFilters({ search }: { search: SearchState }): ReactElement {
  const { withdrawn, line } = filtersOf(search)
  return (
    <div className="ap-filters">
      <Segmented
        aria-label="看哪些录音"
        value={withdrawn}
        options={SHOWN}
        onChange={(value) => search.set({ withdrawn: value === 'yes' ? 'yes' : undefined })}
      />
      <Pick
        label="全部线路"
        value={line}
        choices={choicesOf(LINES)}
        onChange={(value) => search.set({ line: value })}
      />
    </div>
  )
}

function filtersOf(search: SearchState) {
  const withdrawn = search.get('withdrawn') === 'yes' ? 'yes' : 'no'
  return { withdrawn, line: keyIn(LINES, search.get('line')) } as const
}

function columnsFor(onWithdraw: (prompt: DeskPrompt) => void): readonly Column<DeskPrompt>[] {
  return [
    {
      key: 'what',
      title: '用处',
      render: (one) => (
        <>
          <b>{one.occasionWord}</b>
          <br />
          {one.lineWord} · {one.languageWord}
        </>
      ),
    },
    {
      key: 'words',
      title: '录音里说的话',
      render: (one) => <Spoken prompt={one} />,
    },
    {
      key: 'version',
      title: '版本',
      render: (one) => (
        <>
          第 {one.version} 版 {standOf(one)}
          <br />
          <small>
            {one.validFrom} 起 · {one.recordedBy}录音
          </small>
        </>
      ),
    },
    {
      key: 'by',
      title: '提交、复核',
      wideOnly: true,
      render: (one) => (
        <>
          {one.madeBy}
          <br />
          {one.confirmedBy}
        </>
      ),
    },
    {
      key: 'acts',
      title: '',
      render: (one) =>
        one.can.includes('withdraw') ? (
          <Button
            size="small"
            onClick={() => {
              onWithdraw(one)
            }}
          >
            停用
          </Button>
        ) : (
          ''
        ),
    },
  ]
}

function standOf(prompt: DeskPrompt): ReactElement {
  if (prompt.withdrawnAt !== null) return <Tag tone="grey">已停用</Tag>
  return prompt.inForce ? <Tag tone="teal">在用</Tag> : <Tag tone="grey">不在用</Tag>
}

function Spoken({ prompt }: { prompt: DeskPrompt }): ReactElement {
  const src = getPromptAudio.path.replace(':promptId', prompt.id)
  return (
    <>
      {prompt.words}
      <audio className="dk-sound" controls preload="none" src={src} aria-label={`听：${prompt.occasionWord}`} />
    </>
  )
}

function WithdrawDialog({ prompt, onClose }: { prompt: DeskPrompt; onClose: () => void }): ReactElement {
  const command = useCommand(withdrawPrompt)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { promptId: prompt.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={`停用：${prompt.occasionWord}（${prompt.lineWord}，${prompt.languageWord}，第 ${prompt.version} 版）`}
      label="为什么停用"
      okText="停用"
      danger
      busy={command.busy}
      fault={command.fault}
      note="停用以后播放前一版；没有前一版的，这一句就不播放。"
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}
