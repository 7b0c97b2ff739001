/** The versions of an article, newest first, each with what it changed. */
import type { ArticleVersion, ArticleView } from '@anpei/contract/knowledge'
import { AUDIENCES, differenceOf } from '@anpei/domain/knowledge'
import type { ReactElement } from 'react'
import { Tag } from '../kit/index.ts'
import { instantText } from '../kernel/index.ts'

export function ArticleVersions({ article: { versions } }: { article: ArticleView }): ReactElement {
  return (
    <>
      {versions.map((version) => (
        <section key={version.id} className="ap-know-version">
          <p className="ap-row">
            <strong>第 {version.version} 版</strong>
            <Tag tone={version.state === 'published' ? 'green' : version.state === 'waiting' ? 'amber' : 'grey'}>
              {version.stateWord}
            </Tag>
            <span className="ap-muted">
              {version.madeBy} {instantText(version.madeAt)}
              {version.decidedBy ? ` · 复核 ${version.decidedBy} ${instantText(version.decidedAt)}` : ''}
            </span>
          </p>
          {version.reason ? <p className="ap-muted">改动原因：{version.reason}</p> : null}
          {version.answer ? <p>退回原因：{version.answer}</p> : null}
          <Changed version={version} before={publishedBefore(versions, version)} />
        </section>
      ))}
    </>
  )
}

/** What readers saw when this version was written. */
function publishedBefore(versions: readonly ArticleVersion[], one: ArticleVersion): ArticleVersion | undefined {
  return versions.find((version) => version.version < one.version && version.state === 'published')
}

function Changed({ version, before }: { version: ArticleVersion; before: ArticleVersion | undefined }): ReactElement {
  const lines = differenceOf(before ? textOf(before) : '', textOf(version))
  const shown = before ? lines : lines.filter((line) => line.text !== '')
  return (
    <details open={version.state === 'draft' || version.state === 'waiting'}>
      <summary>{before ? `与第 ${before.version} 版比较` : '全文'}</summary>
      <ul className="ap-know-diff">
        {shown.map(({ mark, text }, index) => (
          <li key={index} data-mark={before ? mark : 'same'}>
            {before && mark !== 'same' ? <span className="ap-muted">{mark === 'gone' ? '− ' : '＋ '}</span> : null}
            {text || ' '}
          </li>
        ))}
      </ul>
    </details>
  )
}

function textOf({ content }: ArticleVersion): string {
  const { title, audience, keywords, videoUrl, body } = content
  return [`标题：${title}`, `给谁看：${AUDIENCES[audience]}`, `别的说法：${keywords}`, videoUrl, body]
    .filter(Boolean)
    .join('\n')
}
