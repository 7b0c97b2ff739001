/** What is still needed, one paper at a time: sample, rules, photos, send (CLM-03, CLM-05). */
import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords } from '../kernel/index.ts'
import { BigButton, BigLink, PhotoPicker, Sample, Says, useLoad, useSend, type Photo } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api, type PortalAnswer } from './api.ts'
import { judgePhoto } from './judge-photo.ts'

type Paper = PortalAnswer<'portalClaim'>['papers'][number]

const NEEDED: readonly Paper['state'][] = ['missing', 'rejected']

export function PapersPage({ claimId }: { readonly claimId: string }) {
  const { t } = useLanguage()
  const claim = useLoad(api.portalClaim, { params: { claimId } })
  const at = `/portal/cases/${claimId}`
  return (
    <>
      <PageTop title={t.papers.title} back={at} />
      <WhenLoaded of={claim}>
        {({ papers, turn }) => {
          const over = turn === 'nobody'
          const todo = over ? [] : papers.filter((paper) => NEEDED.includes(paper.state) && paper.weAskAt === null)
          const weAsk = over ? [] : papers.filter((paper) => NEEDED.includes(paper.state) && paper.weAskAt !== null)
          const sent = papers.filter((paper) => !NEEDED.includes(paper.state))
          return (
            <>
              {over && <Says mood="plain">{t.papers.over}</Says>}
              {!over && todo.length === 0 && weAsk.length === 0 && <Says mood="good">{t.papers.allDone}</Says>}
              {todo.length > 0 && <h2>{t.papers.todo}</h2>}
              {todo.map((paper) => (
                <BigLink
                  key={paper.code}
                  to={paper.code === 'application' ? `${at}/sign` : `${at}/papers/${paper.code}`}
                  picture={paper.code === 'application' ? 'papers' : 'camera'}
                  hint={paper.code === 'application' ? t.signing.hint : hintOf(paper, t.papers)}
                >
                  {paper.title}
                </BigLink>
              ))}
              {weAsk.length > 0 && <h2>{t.papers.weAskTitle}</h2>}
              <ul>
                {weAsk.map((paper) => (
                  <li key={paper.code}>
                    {paper.title}：{t.papers.weAsk(paper.weAskAt ?? '')}
                  </li>
                ))}
              </ul>
              {sent.length > 0 && <h2>{t.papers.sent}</h2>}
              <ul>
                {sent.map((paper) => (
                  <li key={paper.code}>
                    {paper.title}：{t.papers.states[paper.state]}
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </WhenLoaded>
    </>
  )
}

function hintOf(paper: Paper, words: { optional: string; states: Record<Paper['state'], string> }): string {
  const state = paper.reason ? `${words.states[paper.state]}：${paper.reason}` : words.states[paper.state]
  return paper.required ? state : `${words.optional}，${state}`
}

export function PaperPage({ claimId, code }: { readonly claimId: string; readonly code: string }) {
  const { t, language } = useLanguage()
  const claim = useLoad(api.portalClaim, { params: { claimId } })
  const [received, setReceived] = useState<PortalAnswer<'portalAddPapers'> | null>(null)
  const at = `/portal/cases/${claimId}/papers`
  const paper = claim.value?.papers.find((one) => one.code === code)
  if (received) return <Received day={received.lookedAtByOn && dayInWords(received.lookedAtByOn, language)} at={at} />
  return (
    <>
      <PageTop title={paper?.title ?? t.papers.title} back={at} />
      <WhenLoaded of={claim}>
        {() =>
          paper ? <OnePaper paper={paper} claimId={claimId} onReceived={setReceived} /> : <p>{t.errors.notFound}</p>
        }
      </WhenLoaded>
    </>
  )
}

function Received({ day, at }: { readonly day: string | null; readonly at: string }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('h1')?.focus()
  }, [])
  return (
    <div ref={box}>
      <PageTop title={t.papers.received} />
      <Says mood="good">{t.papers.lookedAt(day)}</Says>
      <BigLink to={at} look="main">
        {t.papers.more}
      </BigLink>
      <BigLink to="/portal/" look="plain">
        {t.home}
      </BigLink>
    </div>
  )
}

type OneProps = {
  readonly paper: Paper
  readonly claimId: string
  readonly onReceived: (answer: PortalAnswer<'portalAddPapers'>) => void
}

function OnePaper({ paper, claimId, onReceived }: OneProps) {
  const { t } = useLanguage()
  const guide = useLoad(api.portalGuide, {})
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const sending = useSend(api.portalAddPapers)
  const rules = guide.value?.files ?? { types: ['JPG', 'PNG', 'PDF'], mostMegabytes: 8, mostFiles: 20 }
  const p = t.papers
  const send = async () => {
    const files = photos.map((photo) => ({ field: `file:${paper.code}`, file: photo.blob, name: photo.name }))
    const answer = await sending.send({ params: { claimId } }, { files, keepAs: 'papers' })
    if (answer) onReceived(answer)
  }
  return (
    <>
      {paper.state === 'rejected' && (
        <Says mood="bad">
          {p.states.rejected}
          {paper.reason && `：${paper.reason}`}
        </Says>
      )}
      <h2>{p.sampleTitle}</h2>
      <Sample code={paper.code} title={paper.title} />
      <h2>{p.rules}</h2>
      <ul>
        {p.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      <p>{p.rule(rules.types.join('、'), rules.mostMegabytes, rules.mostFiles)}</p>
      <PhotoPicker
        judge={judgePhoto}
        photos={photos}
        onChange={setPhotos}
        most={rules.mostFiles}
        mostMegabytes={rules.mostMegabytes}
      />
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      {sending.kept && <Says mood="note">{t.unsent.kept}</Says>}
      <BigButton
        look="main"
        onClick={() => {
          void send()
        }}
        disabled={photos.length === 0 || sending.busy || sending.kept}
      >
        {sending.busy ? t.sending : photos.length === 0 ? p.noneYet : p.sendIt}
      </BigButton>
      <h2>{p.cannot}</h2>
      <p>{p.substitute(paper.substitute)}</p>
      <BigLink to="/portal/help" picture="phone">
        {p.askUs}
      </BigLink>
    </>
  )
}
