import { useLanguage } from '../i18n/index.ts'
import { BigLink, useLoad } from '../kit/index.ts'
import { PageTop, WhenLoaded } from './PageTop.tsx'
import { api } from './api.ts'

export function HelpPage() {
  const { t } = useLanguage()
  const contacts = useLoad(api.portalContacts, {})
  const h = t.help
  return (
    <>
      <PageTop title={h.title} back="/portal/" />
      <p>{h.humans}</p>
      <WhenLoaded of={contacts}>
        {(c) => (
          <>
            <Phone label={h.elder} phone={c.elderLine} lead />
            <Phone label={h.hotline} phone={c.hotline} note={c.hotlineHours} />
            <Phone label={h.complaint} phone={c.complaintLine} />
            <Phone label={h.regulator} phone={c.regulatorPhone} />
            <BigLink to="/portal/chat" picture="other" hint={h.chatHint}>
              {h.chat}
            </BigLink>
            <BigLink to="/portal/published" picture="guide" hint={h.publishedHint}>
              {h.published}
            </BigLink>
            <BigLink to="/portal/tip" picture="other" hint={h.tipHint}>
              {h.tip}
            </BigLink>
            <h2>{h.outlets}</h2>
            <p>{h.bring}</p>
            {c.outlets.map((outlet) => (
              <section className="card" key={outlet.name} aria-label={outlet.name}>
                <h3>{outlet.name}</h3>
                <p>
                  {h.address}：{outlet.address}
                </p>
                <p>
                  {h.hours}：{outlet.hours}
                </p>
              </section>
            ))}
            <h2>{h.how}</h2>
            <p>{c.process}</p>
            <h2>{h.afterTitle}</h2>
            <ol>
              {h.after.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
            <p>
              {h.mediation}：{c.mediation}
            </p>
            <h2>{h.writing}</h2>
            {c.outlets.slice(0, 1).map((outlet) => (
              <p key={outlet.name}>
                {h.letter}：{outlet.address}，{outlet.name}
              </p>
            ))}
            <p>
              {h.fax}：<span className="digits">{c.fax}</span>
            </p>
            <p>
              {h.email}：{c.email}
            </p>
          </>
        )}
      </WhenLoaded>
    </>
  )
}

type PhoneProps = { readonly label: string; readonly phone: string; readonly note?: string; readonly lead?: boolean }

function Phone({ label, phone, note, lead = false }: PhoneProps) {
  return (
    <a className={lead ? 'big main lead' : 'big'} href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      <span>
        {label}
        <br />
        <span className="digits">{phone}</span>
        {note && <small>{note}</small>}
      </span>
    </a>
  )
}
