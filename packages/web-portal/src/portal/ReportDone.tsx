import { useEffect, useRef, useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { instantInWords } from '../kernel/index.ts'
import { BigButton, BigLink, Says } from '../kit/index.ts'
import { PageTop } from './PageTop.tsx'
import type { PortalAnswer } from './api.ts'

export function ReportDone({ answer }: { readonly answer: PortalAnswer<'portalReport'> }) {
  const { t, language } = useLanguage()
  const [copied, setCopied] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.querySelector('h1')?.focus()
  }, [])
  const copy = () => {
    navigator.clipboard.writeText(answer.reportNo).then(
      () => {
        setCopied(true)
      },
      () => undefined,
    )
  }
  const r = t.report
  return (
    <div ref={box}>
      <PageTop title={r.doneTitle} />
      <p>{r.caseNo}</p>
      <p className="no">{answer.reportNo}</p>
      {'clipboard' in navigator && (
        <BigButton look="plain" onClick={copy}>
          {copied ? t.copied : t.copy}
        </BigButton>
      )}
      <p className="sr" role="status">
        {copied ? t.copied : ''}
      </p>
      <p>{r.keepNo}</p>
      <Says mood="good">{r.contact(instantInWords(answer.contactBy, language), answer.ownerName)}</Says>
      <h2>{r.today}</h2>
      <p>{r.doneNext}</p>
      <BigLink to="/portal/guide" picture="guide">
        {r.toGuide}
      </BigLink>
      <BigLink to="/portal/" look="main">
        {r.toHome}
      </BigLink>
    </div>
  )
}
