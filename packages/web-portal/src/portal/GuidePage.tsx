import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigLink, Sample, Says, Tool, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'

type Guide = PortalAnswer<'portalGuide'>

export function GuidePage() {
  const { t } = useLanguage()
  const guide = useLoad(api.portalGuide, {})
  return (
    <>
      <PageTop title={t.guide.title} back="/portal/" />
      <Says mood="good">{t.guide.free}</Says>
      {guide.missing ? (
        <p>{t.guide.notReady}</p>
      ) : (
        <WhenLoaded of={guide}>{(value) => <Kinds guide={value} />}</WhenLoaded>
      )}
      <BigLink to="/portal/report" look="main">
        {t.homePage.report}
      </BigLink>
    </>
  )
}

function Kinds({ guide }: { readonly guide: Guide }) {
  const { t } = useLanguage()
  const titles = new Map(Object.entries(t.guide.kinds))
  return (
    <>
      {guide.kinds.map(({ kind, papers }) => (
        <details className="card" key={kind}>
          <summary>{titles.get(kind) ?? kind}</summary>
          <h2>{t.guide.needed}</h2>
          {papers.map((paper) => (
            <Paper key={paper.code} paper={paper} />
          ))}
        </details>
      ))}
      <h2>{t.papers.rules}</h2>
      <p>{t.papers.rule(guide.files.types.join('、'), guide.files.mostMegabytes, guide.files.mostFiles)}</p>
      <h2>{t.guide.promise}</h2>
      <ul>
        {guide.promises.map((promise) => (
          <li key={promise}>{promise}</li>
        ))}
      </ul>
    </>
  )
}

function Paper({ paper }: { readonly paper: Guide['kinds'][number]['papers'][number] }) {
  const { t } = useLanguage()
  const [shown, setShown] = useState(false)
  return (
    <section className="card" aria-label={paper.title}>
      <h3>
        {paper.title}
        {paper.required ? '' : `（${t.guide.optional}）`}
      </h3>
      <p>
        {t.guide.ifMissing}：{paper.substitute}
      </p>
      <Tool
        onClick={() => {
          setShown(!shown)
        }}
        pressed={shown}
      >
        {shown ? t.guide.hide : t.guide.sample}
      </Tool>
      {shown && <Sample code={paper.code} title={paper.title} />}
    </section>
  )
}
