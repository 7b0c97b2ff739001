/**
 * The knowledge base beside a conversation (SRV-06): ask as people speak, see the best three, copy one or put its text
 * into the answer that is being written.
 */
import { getArticle, searchKnowledge, type FoundArticle } from '@anpei/contract/knowledge'
import { call } from '@anpei/contract/kernel'
import { plainBody } from '@anpei/domain/knowledge'
import { App, Button, Input } from 'antd'
import { useState, type ReactElement } from 'react'
import { useCall } from '../client/index.ts'
import { Answered, Panel } from '../kit/index.ts'
import { Film } from './Film.tsx'
import { FoundList } from './FoundList.tsx'
import './knowledge.css'

const SHOWN = 3
const T = {
  title: '知识库',
  ask: '客户问什么',
  copy: '复制',
  watch: '看视频',
  insert: '放进回复',
  copied: '已复制',
  failed: '没有取到全文，请再试一次',
} as const

type Props = {
  /** Asked at once when it changes, for example the customer's last words. */
  readonly question?: string
  /** Only what may leave the house. */
  readonly publicOnly?: boolean
  readonly onInsert?: (text: string) => void
}

export function KnowledgePanel({ question = '', publicOnly = true, onInsert }: Props): ReactElement {
  const [typed, setTyped] = useState<{ readonly over: string; readonly text: string } | null>(null)
  // What was typed stands until the customer says something new.
  const asked = (typed?.over === question ? typed.text : question).trim().slice(0, 200)
  const quiet = String(typed?.over !== question)
  const query = { q: asked, limit: SHOWN, quiet, ...(publicOnly ? { audience: 'public' as const } : {}) }
  const found = useCall(searchKnowledge, { query }, { enabled: asked !== '' })
  return (
    <Panel title={T.title}>
      <Input.Search
        key={question}
        defaultValue={question}
        placeholder={T.ask}
        aria-label={T.ask}
        maxLength={200}
        onSearch={(text) => {
          setTyped({ over: question, text })
        }}
      />
      {asked === '' ? null : (
        <Answered of={found}>
          {(answer) => (
            <FoundList
              found={answer}
              acts={(article) => <Take article={article} {...(onInsert ? { onInsert } : {})} />}
            />
          )}
        </Answered>
      )}
    </Panel>
  )
}

function Take({ article, onInsert }: { article: FoundArticle; onInsert?: (text: string) => void }): ReactElement {
  const { message } = App.useApp()
  const take = async (into: (text: string) => unknown): Promise<void> => {
    try {
      const { published, contacts } = await call(getArticle, { params: { articleId: article.id } })
      await into(published ? plainBody(published.content.body, contacts) : article.excerpt)
    } catch {
      void message.error(T.failed)
    }
  }
  const [film, setFilm] = useState<string | null>(null)
  const watch = async (): Promise<void> => {
    try {
      const { published } = await call(getArticle, { params: { articleId: article.id } })
      setFilm(published?.content.videoUrl ?? '')
    } catch {
      void message.error(T.failed)
    }
  }
  if (film !== null) return <Film url={film} title={article.title} />
  return (
    <span className="ap-row">
      {article.kind === 'video' ? (
        <Button
          size="small"
          onClick={() => {
            void watch()
          }}
        >
          {T.watch}
        </Button>
      ) : null}
      {onInsert ? (
        <Button
          size="small"
          type="primary"
          onClick={() => {
            void take(onInsert)
          }}
        >
          {T.insert}
        </Button>
      ) : null}
      <Button
        size="small"
        onClick={() => {
          void take(async (text) => {
            await navigator.clipboard.writeText(text)
            void message.success(T.copied)
          })
        }}
      >
        {T.copy}
      </Button>
    </span>
  )
}
