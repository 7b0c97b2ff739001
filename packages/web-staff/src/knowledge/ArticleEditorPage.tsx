/** Writing an article beside what readers will see of it (SRV-06). */
import { getArticle, openArticle, saveDraft, type ArticleContent, type ArticleView } from '@anpei/contract/knowledge'
import { ARTICLE_KINDS, AUDIENCES, SAMPLE_PAPERS, type ContactWords } from '@anpei/domain/knowledge'
import { Button, Form, Input, Select } from 'antd'
import type { ReactElement } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, choicesOf, Field, FormFault, PageHead, Panel } from '../kit/index.ts'
import { ArticleBody } from './ArticleBody.tsx'
import { FilmField } from './FilmField.tsx'
import './knowledge.css'

const T = {
  new: '写文章',
  edit: '修改文章',
  kind: '类别',
  audience: '给谁看',
  title: '标题',
  titleHelp: '写成老人会问的一句话。',
  keywords: '别的说法',
  keywordsHelp: '别人会怎么叫它，用空格分开；只用来查找，不显示。',
  body: '正文',
  bodyHelp:
    '## 小标题　- 列表　1. 步骤　**加粗**　[sample:discharge_summary] 样张图。' +
    '电话和地址不要手写：{elderLine} {hotline} {complaintLine} {address} {officeHours} 会自动填上登记的。',
  video: '视频',
  papers: '有关的资料',
  save: '保存草稿',
  preview: '读者会看到',
  cancel: '返回',
} as const

const EMPTY: ArticleContent = {
  kind: 'faq',
  audience: 'public',
  title: '',
  keywords: '',
  body: '',
  videoUrl: '',
  links: { benefits: [], papers: [], claimKinds: [] },
}
const NO_CONTACTS: ContactWords = {}

export default function ArticleEditorPage(): ReactElement {
  const { articleId } = useParams()
  return articleId === undefined ? <New /> : <Edit articleId={articleId} />
}

function New(): ReactElement {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const command = useCommand(openArticle)
  const missId = params.get('miss')
  const question = params.get('question') ?? ''
  const save = async (content: ArticleContent): Promise<void> => {
    const made = await command.run({ body: { content, ...(missId ? { missId } : {}) } })
    if (made) void navigate(`/knowledge/${made.id}`)
  }
  return (
    <Editor
      title={T.new}
      initial={{ ...EMPTY, title: question }}
      contacts={NO_CONTACTS}
      command={command}
      onSave={save}
      back="/knowledge"
    />
  )
}

function Edit({ articleId }: { articleId: string }): ReactElement {
  const article = useCall(getArticle, { params: { articleId } })
  return <Answered of={article}>{(view) => <EditShown article={view} />}</Answered>
}

function EditShown({ article }: { article: ArticleView }): ReactElement {
  const navigate = useNavigate()
  const command = useCommand(saveDraft)
  const from = article.open ?? article.published ?? article.versions[0]
  const back = `/knowledge/${article.id}`
  const save = async (content: ArticleContent): Promise<void> => {
    if (await command.run({ params: { articleId: article.id }, body: { content } })) void navigate(back)
  }
  return (
    <Editor
      title={T.edit}
      initial={from?.content ?? EMPTY}
      contacts={article.contacts}
      command={command}
      onSave={save}
      back={back}
    />
  )
}

type EditorProps = {
  title: string
  initial: ArticleContent
  contacts: ContactWords
  command: { readonly busy: boolean; readonly fault: Error | null }
  onSave: (content: ArticleContent) => Promise<void>
  back: string
}
type Fields = Omit<ArticleContent, 'links'> & { papers: string[] }

function Editor({ title, initial, contacts, command, onSave, back }: EditorProps): ReactElement {
  const [form] = Form.useForm<Fields>()
  const navigate = useNavigate()
  const body: unknown = Form.useWatch('body', form)
  const kind: unknown = Form.useWatch('kind', form)
  const { links, ...rest } = initial
  return (
    <div className="ap-stack">
      <PageHead title={title}>
        <Button
          onClick={() => {
            void navigate(back)
          }}
        >
          {T.cancel}
        </Button>
        <Button
          type="primary"
          loading={command.busy}
          onClick={() => {
            form.submit()
          }}
        >
          {T.save}
        </Button>
      </PageHead>
      <div className="ap-know-edit">
        <Panel>
          <Form<Fields>
            form={form}
            layout="vertical"
            initialValues={{ ...rest, papers: links.papers }}
            scrollToFirstError
            onFinish={({ papers, ...values }) => {
              void onSave({ ...EMPTY, ...values, links: { ...links, papers } })
            }}
          >
            <FormFault form={form} fault={command.fault} />
            <ArticleFields video={kind === 'video'} />
          </Form>
        </Panel>
        <Panel title={T.preview}>
          <ArticleBody body={typeof body === 'string' ? body : initial.body} contacts={contacts} />
        </Panel>
      </div>
    </div>
  )
}

function ArticleFields({ video }: { video: boolean }): ReactElement {
  return (
    <>
      <Field name="kind" label={T.kind} required>
        <Select options={choicesOf(ARTICLE_KINDS)} />
      </Field>
      <Field name="audience" label={T.audience} required>
        <Select options={choicesOf(AUDIENCES)} />
      </Field>
      <Field name="title" label={T.title} help={T.titleHelp} required>
        <Input maxLength={80} />
      </Field>
      <Field name="keywords" label={T.keywords} help={T.keywordsHelp}>
        <Input maxLength={300} />
      </Field>
      {video ? (
        <Field name="videoUrl" label={T.video} required>
          <FilmField />
        </Field>
      ) : null}
      <Field name="body" label={T.body} help={T.bodyHelp} required>
        <Input.TextArea autoSize={{ minRows: 12, maxRows: 30 }} maxLength={20_000} />
      </Field>
      <Field name="papers" label={T.papers}>
        <Select mode="multiple" options={choicesOf(SAMPLE_PAPERS)} />
      </Field>
    </>
  )
}
