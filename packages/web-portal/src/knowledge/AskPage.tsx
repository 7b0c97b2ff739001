/** 问一问 (SRV-06, POR-01): one question in one's own words, or a look through the kinds. */
import { ARTICLE_KINDS } from '@anpei/domain/knowledge'
import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, BigLink, Field, go, PageTop, Says, useLoad, usePath, WhenLoaded } from '../kit/index.ts'
import { ArticleLinks } from './ArticleLinks.tsx'
import { api } from './api.ts'
import { useKnowledgeTexts } from './texts.ts'

const KINDS = ['claim_guide', 'document_sample', 'clause', 'product', 'faq', 'notice', 'video'] as const
const LONGEST = 200

export default function AskPage() {
  const { language } = useLanguage()
  const t = useKnowledgeTexts()
  const asked = new URLSearchParams(usePath().split('?')[1] ?? '')
  const q = asked.get('q')?.trim().slice(0, LONGEST) ?? ''
  const kind = KINDS.find((one) => one === asked.get('kind'))
  const [text, setText] = useState(q)
  return (
    <>
      <PageTop title={t.ask} back={q || kind ? '/portal/ask' : '/portal/'} />
      {language === 'en' && <p>{t.language}</p>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim()) go(`/portal/ask?q=${encodeURIComponent(text.trim())}`)
        }}
      >
        <Field label={t.question} hint={t.questionHint} value={text} onChange={setText} voice />
        <BigButton look="main" submit>
          {t.find}
        </BigButton>
      </form>
      {q ? <Found key={q} q={q} /> : kind ? <OfKind key={kind} kind={kind} /> : <Kinds />}
    </>
  )
}

function Kinds() {
  const t = useKnowledgeTexts()
  const videos = useLoad(api.publicArticles, { params: { kind: 'video' } })
  const shown = KINDS.filter((kind) => kind !== 'video' || (videos.value?.items.length ?? 0) > 0)
  return (
    <>
      <h2>{t.browse}</h2>
      {shown.map((kind) => (
        <BigLink key={kind} to={`/portal/ask?kind=${kind}`}>
          {ARTICLE_KINDS[kind]}
        </BigLink>
      ))}
    </>
  )
}

function Found({ q }: { readonly q: string }) {
  const t = useKnowledgeTexts()
  const found = useLoad(api.publicSearch, { params: { q } })
  return (
    <WhenLoaded of={found}>
      {({ items, weak }) => (
        <>
          <h2>{t.found}</h2>
          {items.length === 0 ? <Says mood="note">{t.none}</Says> : weak && <Says mood="note">{t.weak}</Says>}
          <ArticleLinks items={items} />
        </>
      )}
    </WhenLoaded>
  )
}

function OfKind({ kind }: { readonly kind: (typeof KINDS)[number] }) {
  const list = useLoad(api.publicArticles, { params: { kind } })
  return (
    <WhenLoaded of={list}>
      {({ items }) => (
        <>
          <h2>{ARTICLE_KINDS[kind]}</h2>
          <ArticleLinks items={items} />
        </>
      )}
    </WhenLoaded>
  )
}
