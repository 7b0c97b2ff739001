/** What the signed-in person may do with an article. */
import {
  assignArticle,
  discardDraft,
  publishDraft,
  retireArticle,
  returnDraft,
  reviewArticle,
  submitDraft,
  type ArticleView,
} from '@anpei/contract/knowledge'
import { addDays } from '@anpei/domain/kernel'
import { Button, Form, Select } from 'antd'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { useCommand } from '../client/index.ts'
import { DayInput, FaultNote, Field, ReasonDialog, SaveDialog } from '../kit/index.ts'
import { today } from '../kernel/index.ts'

const T = {
  edit: '修改',
  submit: '提交复核',
  submitWhy: '改了什么、为什么',
  discard: '放弃草稿',
  publish: '复核发布',
  publishNote: '发布以后读者立刻看到；请先核对数字和出处。已发布的版本不能再改，只能再出新版。',
  return: '退回修改',
  returnWhy: '要改什么',
  review: '复审无误',
  reviewNote: '内容仍然正确，约定下次复审的日期。',
  reviewOn: '下次复审日期',
  assign: '换负责人',
  owner: '负责人',
  retire: '停用',
  retireWhy: '原因',
  retireNote: '停用以后谁也搜不到；再发布新版就恢复。',
} as const
const USUAL_DAYS = 180

type Dialog = 'submit' | 'publish' | 'return' | 'review' | 'assign' | 'retire'
type Props = { article: ArticleView; onClose: () => void }

export function ArticleActs({ article }: { article: ArticleView }): ReactElement {
  const [open, setOpen] = useState<Dialog | null>(null)
  const navigate = useNavigate()
  const discard = useCommand(discardDraft)
  const can = (act: string): boolean => article.can.includes(act)
  const close = (): void => {
    setOpen(null)
  }
  const opener = (act: Dialog, look: 'primary' | 'default' = 'default'): ReactElement | null =>
    can(act) ? (
      <Button
        key={act}
        type={look}
        danger={act === 'retire'}
        onClick={() => {
          setOpen(act)
        }}
      >
        {T[act]}
      </Button>
    ) : null
  return (
    <>
      <FaultNote fault={discard.fault} />
      {opener('publish', 'primary')}
      {opener('return')}
      {opener('submit', 'primary')}
      {can('edit') ? (
        <Button
          onClick={() => {
            void navigate(`/knowledge/${article.id}/edit`)
          }}
        >
          {T.edit}
        </Button>
      ) : null}
      {can('discard') ? (
        <Button
          loading={discard.busy}
          onClick={() => {
            void discard.run({ params: { articleId: article.id } })
          }}
        >
          {T.discard}
        </Button>
      ) : null}
      {opener('review')}
      {opener('assign')}
      {opener('retire')}
      {open === null ? null : <OpenDialog which={open} article={article} onClose={close} />}
    </>
  )
}

function OpenDialog({ which, article, onClose }: Props & { which: Dialog }): ReactElement {
  switch (which) {
    case 'submit':
      return <Submit article={article} onClose={onClose} />
    case 'return':
      return <Return article={article} onClose={onClose} />
    case 'retire':
      return <Retire article={article} onClose={onClose} />
    case 'assign':
      return <Assign article={article} onClose={onClose} />
    case 'publish':
      return <Publish article={article} onClose={onClose} />
    case 'review':
      return <Review article={article} onClose={onClose} />
  }
}

function Submit({ article, onClose }: Props): ReactElement {
  const command = useCommand(submitDraft)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { articleId: article.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={T.submit}
      label={T.submitWhy}
      okText={T.submit}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

function Return({ article, onClose }: Props): ReactElement {
  const command = useCommand(returnDraft)
  const save = async (answer: string): Promise<void> => {
    const body = { versionId: article.open?.id ?? '', answer }
    if (await command.run({ params: { articleId: article.id }, body })) onClose()
  }
  return (
    <ReasonDialog
      title={T.return}
      label={T.returnWhy}
      okText={T.return}
      busy={command.busy}
      fault={command.fault}
      onClose={onClose}
      onSave={(answer) => {
        void save(answer)
      }}
    />
  )
}

function Retire({ article, onClose }: Props): ReactElement {
  const command = useCommand(retireArticle)
  const save = async (reason: string): Promise<void> => {
    if (await command.run({ params: { articleId: article.id }, body: { reason } })) onClose()
  }
  return (
    <ReasonDialog
      title={T.retire}
      label={T.retireWhy}
      okText={T.retire}
      danger
      busy={command.busy}
      fault={command.fault}
      note={T.retireNote}
      onClose={onClose}
      onSave={(reason) => {
        void save(reason)
      }}
    />
  )
}

function Assign({ article, onClose }: Props): ReactElement {
  const [form] = Form.useForm<{ ownerId: string }>()
  const command = useCommand(assignArticle)
  const save = async (ownerId: string): Promise<void> => {
    if (await command.run({ params: { articleId: article.id }, body: { ownerId } })) onClose()
  }
  return (
    <SaveDialog<{ ownerId: string }>
      title={T.assign}
      open
      okText={T.assign}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ ownerId: article.ownerId }}
      onClose={onClose}
      onSave={({ ownerId }) => {
        void save(ownerId)
      }}
    >
      <Field name="ownerId" label={T.owner} required>
        <Select options={article.owners.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
    </SaveDialog>
  )
}

type DayForm = { reviewOn: string }
type DayProps = {
  title: string
  note: string
  command: { readonly busy: boolean; readonly fault: Error | null }
  onClose: () => void
  onSave: (reviewOn: string) => void
}

function DayDialog({ title, note, command, onClose, onSave }: DayProps): ReactElement {
  const [form] = Form.useForm<DayForm>()
  return (
    <SaveDialog<DayForm>
      title={title}
      open
      okText={title}
      busy={command.busy}
      fault={command.fault}
      form={form}
      initial={{ reviewOn: addDays(today(), USUAL_DAYS) }}
      note={note}
      onClose={onClose}
      onSave={({ reviewOn }) => {
        onSave(reviewOn)
      }}
    >
      <Field name="reviewOn" label={T.reviewOn} required>
        <DayInput />
      </Field>
    </SaveDialog>
  )
}

function Publish({ article, onClose }: Props): ReactElement {
  const command = useCommand(publishDraft)
  const save = async (reviewOn: string): Promise<void> => {
    const body = { versionId: article.open?.id ?? '', reviewOn }
    if (await command.run({ params: { articleId: article.id }, body })) onClose()
  }
  return (
    <DayDialog
      title={T.publish}
      note={T.publishNote}
      command={command}
      onClose={onClose}
      onSave={(reviewOn) => {
        void save(reviewOn)
      }}
    />
  )
}

function Review({ article, onClose }: Props): ReactElement {
  const command = useCommand(reviewArticle)
  const save = async (reviewOn: string): Promise<void> => {
    if (await command.run({ params: { articleId: article.id }, body: { reviewOn } })) onClose()
  }
  return (
    <DayDialog
      title={T.review}
      note={T.reviewNote}
      command={command}
      onClose={onClose}
      onSave={(reviewOn) => {
        void save(reviewOn)
      }}
    />
  )
}
