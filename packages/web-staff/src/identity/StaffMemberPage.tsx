/** One person of the staff: post and chain, access, villages, sessions, and what may be done (ORG-03, ORG-04). */
import {
  deactivateStaff,
  issueSetupLink,
  reactivateStaff,
  resetSignIn,
  revokeStaffSessions,
  unlockStaff,
  viewStaff,
} from '@anpei/contract/identity'
import { LANGUAGES } from '@anpei/domain/identity'
import { Alert, App, Button, Modal } from 'antd'
import { useState, type ReactElement } from 'react'
import { Link, useParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, Facts, FaultNote, keyIn, PageHead, Panel, ReasonDialog, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { Certificates } from './Certificates.tsx'
import { Chain } from './Chain.tsx'
import { SessionTable } from './SessionTable.tsx'
import { AccessDialog, EditStaffDialog, type Staff } from './StaffDialogs.tsx'
import { StaffStates } from './StaffPage.tsx'
import './identity.css'

const DUTIES = { liaison: '联络员', deputy: '副联络员', handler: '经办人' } as const

export default function StaffMemberPage(): ReactElement {
  const { staffId = '' } = useParams()
  const found = useCall(viewStaff, { params: { id: staffId } })
  return <Answered of={found}>{(staff) => <Member key={staff.id} staff={staff} />}</Answered>
}

function Member({ staff }: { staff: Staff }): ReactElement {
  return (
    <>
      <PageHead title={staff.name} tab="人员" note={`${staff.post}　${staff.institution.name}　${staff.login}`}>
        <Link to="/staff">全部人员</Link>
        <MemberActs staff={staff} />
      </PageHead>
      <div className="ap-stack">
        {staff.waitingChanges.map(({ id, title }) => (
          <Alert
            key={id}
            type="warning"
            showIcon
            title={`等另一人复核：${title}`}
            action={<Link to={`/changes?open=${id}`}>去看</Link>}
          />
        ))}
        <Panel title="岗位" acts={<StaffStates row={staff} />}>
          <Facts
            facts={[
              { label: '机构', value: staff.institution.name },
              { label: '部门', value: staff.department?.name ?? '—' },
              { label: '上级', value: staff.supervisor?.name ?? '—' },
              { label: '代理人', value: staff.deputy?.name ?? '没有指定' },
              { label: '角色', value: staff.roles.map(({ name }) => name).join('、') || '没有' },
              { label: '语言', value: staff.languages.map(languageWord).join('、') },
              { label: '技能', value: staff.skills.join('、') || '—' },
              { label: '统一登录', value: staff.oidcSubject ?? '没有开通' },
              { label: '登录失败', value: `${staff.failedCount} 次` },
              { label: '建立', value: instantText(staff.createdAt) },
            ]}
          />
        </Panel>
        <Certificates staff={staff} />
        <Panel title="责任链">
          <Chain chain={staff.chain} />
        </Panel>
        <Panel title="负责的村居">
          {staff.villages.length === 0 ? (
            <Empty>没有指定村居。</Empty>
          ) : (
            <span className="ap-row">
              {staff.villages.map(({ code, name, duty }) => (
                <Tag key={`${code}${duty}`}>
                  {name} · {DUTIES[duty]}
                </Tag>
              ))}
            </span>
          )}
        </Panel>
        <Sessions staff={staff} />
      </div>
    </>
  )
}

function languageWord(code: string): string {
  const known = keyIn(LANGUAGES, code)
  return known === undefined ? code : LANGUAGES[known]
}

function Sessions({ staff }: { staff: Staff }): ReactElement {
  const revoke = useCommand(revokeStaffSessions)
  const mayRevoke = staff.can.includes('revoke_sessions')
  const run = (sessionId: string | null): void => {
    void revoke.run({ params: { id: staff.id }, body: { sessionId } })
  }
  const all =
    mayRevoke && staff.sessions.length > 0 ? (
      <Button
        danger
        loading={revoke.busy}
        onClick={() => {
          run(null)
        }}
      >
        全部下线
      </Button>
    ) : null
  return (
    <Panel title="登录中的会话" acts={all} flush>
      <FaultNote fault={revoke.fault} />
      <SessionTable sessions={staff.sessions} onRevoke={mayRevoke ? run : undefined} />
    </Panel>
  )
}

const REASONS = {
  deactivate: {
    title: '停用',
    label: '停用原因',
    okText: '停用',
    note: '立即生效并下线；手上的案件请先转交。',
    danger: true,
  },
  reactivate: { title: '重新启用', label: '原因', okText: '提出', note: '由另一人复核后生效。', danger: false },
  reset_sign_in: {
    title: '重设密码与动态口令',
    label: '原因',
    okText: '提出',
    note: '由另一人复核；生效后下线，凭新的链接重设。',
    danger: false,
  },
} as const

type MemberAct = 'edit' | 'access' | keyof typeof REASONS

/** Acts that open a dialog, in the order of their buttons. */
const ACTS: readonly { readonly may: string; readonly act: MemberAct; readonly word: string }[] = [
  { may: 'edit', act: 'edit', word: '修改' },
  { may: 'change_access', act: 'access', word: '变更角色' },
  { may: 'reset_sign_in', act: 'reset_sign_in', word: '重设登录' },
  { may: 'reactivate', act: 'reactivate', word: '重新启用' },
  { may: 'deactivate', act: 'deactivate', word: '停用' },
]

function MemberActs({ staff }: { staff: Staff }): ReactElement {
  const [open, setOpen] = useState<MemberAct | null>(null)
  const unlock = useCommand(unlockStaff)
  const close = (): void => {
    setOpen(null)
  }
  const may = (act: string): boolean => staff.can.includes(act)
  return (
    <>
      {may('unlock') ? (
        <Button
          loading={unlock.busy}
          onClick={() => {
            void unlock.run({ params: { id: staff.id } })
          }}
        >
          解除锁定
        </Button>
      ) : null}
      {may('issue_link') ? <SetupLink staff={staff} /> : null}
      {ACTS.filter((one) => may(one.may)).map(({ act, word }) => (
        <Button
          key={act}
          danger={act === 'deactivate'}
          onClick={() => {
            setOpen(act)
          }}
        >
          {word}
        </Button>
      ))}
      <FaultNote fault={unlock.fault} />
      {open === 'edit' ? <EditStaffDialog staff={staff} onClose={close} /> : null}
      {open === 'access' ? <AccessDialog staff={staff} onClose={close} /> : null}
      {open !== null && open !== 'edit' && open !== 'access' ? (
        <StaffReason act={open} staff={staff} onClose={close} />
      ) : null}
    </>
  )
}

function StaffReason({
  act,
  staff,
  onClose,
}: {
  act: keyof typeof REASONS
  staff: Staff
  onClose: () => void
}): ReactElement {
  const { message } = App.useApp()
  const deactivate = useCommand(deactivateStaff)
  const reactivate = useCommand(reactivateStaff)
  const reset = useCommand(resetSignIn)
  const command = { deactivate, reactivate, reset_sign_in: reset }[act]
  const save = async (reason: string): Promise<void> => {
    if (!(await command.run({ params: { id: staff.id }, body: { reason } }))) return
    void message.success(act === 'deactivate' ? '已停用' : '已提出，等另一人复核')
    onClose()
  }
  const { title, ...words } = REASONS[act]
  return (
    <ReasonDialog
      {...words}
      title={`${title}：${staff.name}`}
      max={200}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

function SetupLink({ staff }: { staff: Staff }): ReactElement {
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null)
  const issue = useCommand(issueSetupLink)
  const run = async (): Promise<void> => {
    const made = await issue.run({ params: { id: staff.id } })
    if (made)
      setLink({
        url: `${window.location.origin}/setup?token=${encodeURIComponent(made.token)}`,
        expiresAt: made.expiresAt,
      })
  }
  return (
    <>
      <Button
        loading={issue.busy}
        onClick={() => {
          void run()
        }}
      >
        开首次登录链接
      </Button>
      <FaultNote fault={issue.fault} />
      <Modal
        title="首次登录链接（只显示这一次）"
        open={link !== null}
        footer={null}
        onCancel={() => {
          setLink(null)
        }}
      >
        <p className="ap-dialog-note">
          请当面或用公司内部方式交给{staff.name}，{instantText(link?.expiresAt ?? null)} 前有效。
        </p>
        <code className="id-secret">{link?.url}</code>
      </Modal>
    </>
  )
}
