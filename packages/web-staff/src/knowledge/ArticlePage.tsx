/** One article: what readers see, what is being written, its versions, and what readers said of it (SRV-06). */
import { closeFeedback, getArticle, giveFeedback, type ArticleView } from '@anpei/contract/knowledge'
import { ARTICLE_KINDS, AUDIENCES, SAMPLE_PAPERS } from '@anpei/domain/knowledge'
import { Button } from 'antd'
import { useState, type ReactElement } from 'react'
import { useParams } from 'react-router'
import { useCall, useCommand } from '../client/index.ts'
import { Answered, Empty, Facts, FaultNote, PageHead, Panel, Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'
import { useMay } from '../identity/index.ts'
import { ArticleActs } from './ArticleActs.tsx'
import { ArticleBody } from './ArticleBody.tsx'
import { Film } from './Film.tsx'
import { ArticleVersions } from './ArticleVersions.tsx'
import './knowledge.css'

const T = {
  seen: '读者看到的',
  none: '还没有发布。',
  facts: '文章资料',
  versions: '版本',
  said: '读者说没帮上',
  done: '都处理好了',
  helped: '有帮助',
  notHelped: '没帮助',
  thanks: '谢谢，已经记下。',
} as const

export default function ArticlePage(): ReactElement {
  const { articleId = '' } = useParams()
  const article = useCall(getArticle, { params: { articleId } })
  return <Answered of={article}>{(view) => <Shown article={view} />}</Answered>
}

function Shown({ article }: { article: ArticleView }): ReactElement {
  const content = (article.published ?? article.open ?? article.versions[0])?.content
  if (!content) return <Empty>{T.none}</Empty>
  const title = (
    <span className="ap-row">
      {content.title} <Tag tone={article.state === 'published' ? 'green' : 'grey'}>{article.stateWord}</Tag>
      {article.open ? <Tag tone="amber">{article.open.stateWord}</Tag> : null}
      {article.reviewDue ? <Tag tone="red">复审到期</Tag> : null}
    </span>
  )
  return (
    <div className="ap-stack">
      <PageHead
        title={title}
        tab={content.title}
        note={`${ARTICLE_KINDS[content.kind]} · ${AUDIENCES[content.audience]}`}
      >
        <ArticleActs article={article} />
      </PageHead>
      <div className="ap-know-two">
        <div className="ap-stack">
          <Panel title={T.seen}>
            {article.published ? (
              <>
                <ArticleBody body={article.published.content.body} contacts={article.contacts} />
                <Film url={article.published.content.videoUrl} title={article.published.content.title} />
                {article.state === 'published' ? <Helped articleId={article.id} /> : null}
              </>
            ) : (
              <Empty>{T.none}</Empty>
            )}
          </Panel>
          <Panel title={T.versions}>
            <ArticleVersions article={article} />
          </Panel>
        </div>
        <div className="ap-stack">
          <Panel title={T.facts}>
            <ArticleFacts article={article} />
          </Panel>
          {article.complaints.length > 0 ? <Said article={article} /> : null}
        </div>
      </div>
    </div>
  )
}

function ArticleFacts({ article }: { article: ArticleView }): ReactElement {
  const { published } = article
  return (
    <Facts
      facts={[
        { label: '编号', value: article.code },
        { label: '负责人', value: article.owner },
        { label: '下次复审', value: article.reviewOn ?? '—' },
        { label: '现行版本', value: published ? `第 ${published.version} 版` : '—' },
        { label: '发布', value: published ? instantText(published.decidedAt ?? published.madeAt) : '—' },
        { label: '有帮助 / 没帮助', value: `${article.helped} / ${article.notHelped}` },
        { label: '别的说法', value: published?.content.keywords || '—' },
        { label: '有关的资料', value: papersOf(article) || '—' },
      ]}
    />
  )
}

function papersOf({ published }: ArticleView): string {
  return (published?.content.links.papers ?? []).map((paper) => SAMPLE_PAPERS[paper] ?? paper).join('、')
}

function Helped({ articleId }: { articleId: string }): ReactElement {
  const command = useCommand(giveFeedback)
  const [given, setGiven] = useState(false)
  const give = async (helped: boolean): Promise<void> => {
    if (await command.run({ params: { articleId }, body: { helped, where: 'staff' } })) setGiven(true)
  }
  if (given) return <p className="ap-muted">{T.thanks}</p>
  return (
    <>
      <FaultNote fault={command.fault} />
      <p className="ap-row">
        {[true, false].map((helped) => (
          <Button
            key={String(helped)}
            size="small"
            loading={command.busy}
            onClick={() => {
              void give(helped)
            }}
          >
            {helped ? T.helped : T.notHelped}
          </Button>
        ))}
      </p>
    </>
  )
}

function Said({ article }: { article: ArticleView }): ReactElement {
  const command = useCommand(closeFeedback)
  const may = useMay()
  return (
    <Panel title={`${T.said}（${article.complaints.length}）`}>
      <FaultNote fault={command.fault} />
      <ul className="ap-know-found">
        {article.complaints.map((one) => (
          <li key={one.id}>
            {one.word || '（没有写原因）'}
            <p>
              {one.where} · {instantText(one.at)}
            </p>
          </li>
        ))}
      </ul>
      {may('knowledge.edit') ? (
        <Button
          size="small"
          loading={command.busy}
          onClick={() => {
            void command.run({ params: { articleId: article.id } })
          }}
        >
          {T.done}
        </Button>
      ) : null}
    </Panel>
  )
}
