import { useState } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { BigButton, Says, useSend } from '../kit/index.ts'
import { api, type VisitAnswer } from './api.ts'
import { texts } from './texts.ts'

type Item = VisitAnswer<'portalMyVisits'>['items'][number]
type Props = { readonly items: readonly Item[]; readonly onChanged: () => void }

/** What was booked on this phone; cancelling asks once more. */
export function MyVisits({ items, onChanged }: Props) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <>
      <h2>{v.mine}</h2>
      {items.length === 0 && <p>{v.none}</p>}
      {items.map((item) => (
        <Booked key={item.id} item={item} onChanged={onChanged} />
      ))}
    </>
  )
}

function Booked({ item, onChanged }: { readonly item: Item; readonly onChanged: () => void }) {
  const { language } = useLanguage()
  const v = texts[language]
  const [asking, setAsking] = useState(false)
  const sending = useSend(api.portalCancelVisit)
  const cancel = async (): Promise<void> => {
    if (await sending.send({ params: { visitId: item.id }, body: {} })) onChanged()
  }
  return (
    <section className="card">
      <p>
        <b>{item.kind === 'video' ? v.video : v.home}</b> {item.name}：{item.stateWord}
      </p>
      {item.when && <p>{item.when}</p>}
      {item.visitorName && <p>{v.by(item.visitorName)}</p>}
      {sending.failed && <Says mood="bad">{sending.failed}</Says>}
      {item.canCancel && !asking && (
        <BigButton
          look="plain"
          onClick={() => {
            setAsking(true)
          }}
        >
          {v.cancel}
        </BigButton>
      )}
      {asking && item.canCancel && (
        <>
          <p>{v.cancelAsk}</p>
          <BigButton
            look="main"
            disabled={sending.busy}
            onClick={() => {
              void cancel()
            }}
          >
            {v.cancel}
          </BigButton>
          <BigButton
            onClick={() => {
              setAsking(false)
            }}
          >
            {v.keep}
          </BigButton>
        </>
      )}
    </section>
  )
}
