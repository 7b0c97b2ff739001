/** One article in large type, with the drawn samples of papers, and 有没有帮到您 (SRV-06). */
import { isOwnFilm, parseBody, SAMPLE_PAPERS, type Block, type Inline } from '@anpei/domain/knowledge'
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Field, PageTop, Sample, Says, useLoad, useSend, WhenLoaded } from '../kit/index.ts'
import { ArticleLinks } from './ArticleLinks.tsx'
import { api, type KnowledgeAnswer } from './api.ts'
import { useKnowledgeTexts } from './texts.ts'

type Article = KnowledgeAnswer<'publicArticle'>

export default function ReadPage({ articleId }: { readonly articleId: string }) {
  const article = useLoad(api.publicArticle, { params: { articleId } })
  const { t } = useLanguage()
  if (article.missing)
    return (
      <>
        <PageTop title={t.errors.notFoundTitle} back="/portal/ask" />
        <p>{t.errors.notFound}</p>
      </>
    )
  return <WhenLoaded of={article}>{(value) => <Shown article={value} />}</WhenLoaded>
}

function Shown({ article }: { readonly article: Article }) {
  const t = useKnowledgeTexts()
  return (
    <>
      <PageTop title={article.title} back="/portal/ask" />
      {isOwnFilm(article.videoUrl) && (
        <>
          <video
            controls
            playsInline
            preload="metadata"
            src={article.videoUrl}
            aria-label={article.title}
            style={{ width: '100%', maxHeight: '60vh', background: '#000' }}
          />
          {/* Who does not hear it reads it. */}
          <p>{t.filmWords}</p>
        </>
      )}
      {parseBody(article.body, article.contacts).map((block, index) => (
        <One key={index} block={block} />
      ))}
      {article.videoUrl && !isOwnFilm(article.videoUrl) && (
        <p>
          <a href={article.videoUrl} rel="noreferrer">
            {t.video}
          </a>
        </p>
      )}
      {article.related.length > 0 && <h2>{t.samples}</h2>}
      <ArticleLinks items={article.related} />
      <Helped articleId={article.id} />
      <BigLink to="/portal/ask" look="plain">
        {t.another}
      </BigLink>
    </>
  )
}

function One({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <h2>{words(block.text)}</h2>
    case 'paragraph':
      return <p>{words(block.text)}</p>
    case 'sample':
      return <Sample code={block.paper} title={SAMPLE_PAPERS[block.paper] ?? ''} />
    case 'bullets':
      return <ul>{lines(block.items)}</ul>
    case 'steps':
      return <ol>{lines(block.items)}</ol>
  }
}

function lines(items: readonly (readonly Inline[])[]) {
  return items.map((item, index) => <li key={index}>{words(item)}</li>)
}

function words(text: readonly Inline[]) {
  return text.map((part, index) =>
    part.strong ? <strong key={index}>{part.text}</strong> : <span key={index}>{part.text}</span>,
  )
}

function Helped({ articleId }: { readonly articleId: string }) {
  const t = useKnowledgeTexts()
  const [asking, setAsking] = useState(false)
  const [thanks, setThanks] = useState(false)
  const [word, setWord] = useState('')
  const sending = useSend(api.giveFeedback)
  const give = (helped: boolean) => {
    const body = { helped, word: word.slice(0, 300), where: 'portal' as const }
    void sending.send({ params: { articleId }, body }).then((answer) => {
      if (answer) setThanks(true)
    })
  }
  if (thanks)
    return (
      <Says mood="good" live>
        {t.thanks}
      </Says>
    )
  return (
    <section className="card" aria-label={t.helped}>
      <h2>{t.helped}</h2>
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      {asking ? (
        <>
          <Field label={t.why} kind="long" value={word} onChange={setWord} voice />
          <BigButton
            look="main"
            disabled={sending.busy}
            onClick={() => {
              give(false)
            }}
          >
            {t.send}
          </BigButton>
        </>
      ) : (
        <>
          <BigButton
            disabled={sending.busy}
            onClick={() => {
              give(true)
            }}
          >
            {t.yes}
          </BigButton>
          <BigButton
            onClick={() => {
              setAsking(true)
            }}
          >
            {t.no}
          </BigButton>
        </>
      )}
    </section>
  )
}
