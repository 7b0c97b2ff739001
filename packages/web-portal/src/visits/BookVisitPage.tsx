/** 预约上门: why, when it suits, how to find you; then what was booked (POR-03, SRV-09). */
import { useEffect, useState } from 'react'
import { drop, keep, kept } from '../client/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { dayIn, dayInWords, instantInWords } from '../kernel/index.ts'
import { BigButton, Choice, Field, go, PageTop, Says, useLoad, useSend, WhenLoaded } from '../kit/index.ts'
import { api } from './api.ts'
import { CARES, emptyBooking, PURPOSES, readBooking, type BookingDraft } from './booking-draft.ts'
import { halfDaysFrom } from './half-days.ts'
import { MyVisits } from './MyVisits.tsx'
import { texts } from './texts.ts'

const DRAFT = 'visit'
const PATH = '/portal/visits'
const STEPS = ['why', 'when', 'who'] as const
type Step = (typeof STEPS)[number]

export default function BookVisitPage() {
  const { t, language } = useLanguage()
  const v = texts[language]
  const mine = useLoad(api.portalMyVisits, {})
  const sending = useSend(api.portalBookVisit)
  const [draft, setDraft] = useState(() => readBooking(kept(DRAFT), openHalves()))
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<{ readonly by: string | null } | null>(null)
  useEffect(() => {
    if (draft !== emptyBooking) keep(DRAFT, draft)
  }, [draft])
  const asked = new URLSearchParams(location.search).get('s')
  const step = STEPS.find((one) => one === asked && (one === 'why' || draft.purpose !== null)) ?? null
  const change = (next: Partial<BookingDraft>): void => {
    setDraft({ ...draft, ...next })
    setProblem(null)
  }
  const forward = async (from: Step): Promise<void> => {
    if (from === 'why' && draft.purpose === null) return setProblem(v.chooseOne)
    if (from !== 'who') return go(`${PATH}?s=${from === 'why' ? 'when' : 'who'}`)
    if (draft.name.trim() === '') return setProblem(v.nameMissing)
    const made = await sending.send({ body: bodyOf(draft) })
    if (!made) return
    drop(DRAFT)
    setDraft(emptyBooking)
    setDone({ by: made.dueAt })
    mine.again()
    go(PATH)
  }
  if (step === null)
    return (
      <>
        <PageTop title={v.title} back="/portal/" />
        <p>{v.lead}</p>
        {done && <Heard by={done.by} />}
        <BigButton
          look="main"
          onClick={() => {
            setDone(null)
            go(`${PATH}?s=why`)
          }}
        >
          {v.book}
        </BigButton>
        <WhenLoaded of={mine}>{({ items }) => <MyVisits items={items} onChanged={mine.again} />}</WhenLoaded>
      </>
    )
  const at = STEPS.indexOf(step)
  const back = at === 0 ? PATH : `${PATH}?s=${STEPS[at - 1] ?? 'why'}`
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void forward(step)
      }}
    >
      <p>{t.stepOf(at + 1, STEPS.length)}</p>
      <PageTop title={askOf(step, v)} back={back} />
      {step === 'why' && <Why draft={draft} onChange={change} />}
      {step === 'when' && <When draft={draft} onChange={change} />}
      {step === 'who' && <Who draft={draft} onChange={change} phone={mine.value?.phoneMasked ?? ''} />}
      {(problem ?? sending.failed) && <Says mood="bad">{problem ?? sending.failed}</Says>}
      <BigButton look="main" submit disabled={sending.busy}>
        {sending.busy ? v.sending : step === 'who' ? v.send : v.next}
      </BigButton>
    </form>
  )
}

function Heard({ by }: { readonly by: string | null }) {
  const { language } = useLanguage()
  const v = texts[language]
  return (
    <Says mood="good" live>
      {by === null ? v.done : v.doneBy(instantInWords(by, language))}
    </Says>
  )
}

function askOf(one: Step, words: (typeof texts)['zh']): string {
  if (one === 'why') return words.whyAsk
  return one === 'when' ? words.whenAsk : words.whoAsk
}

function bodyOf({ kind, purpose, told, halves, name, address, phone }: BookingDraft) {
  return { kind, purpose: purpose ?? 'other', told: [...told], wishes: halves.map(wishOf), name, address, phone }
}

function wishOf(text: string) {
  const [day = '', half] = text.split('/')
  return { day, half: half === 'pm' ? ('pm' as const) : ('am' as const) }
}

function openHalves(): string[] {
  return halfDaysFrom(dayIn(new Date().toISOString())).map(({ day, half }) => `${day}/${half}`)
}

type PartProps = { readonly draft: BookingDraft; readonly onChange: (next: Partial<BookingDraft>) => void }

function Why({ draft, onChange }: PartProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const purposes = PURPOSES.map((value) => ({ value, label: v.purposes[value] }))
  return (
    <>
      <Choice
        legend={v.whyAsk}
        options={purposes}
        chosen={draft.purpose ? [draft.purpose] : []}
        onChoose={(purpose) => {
          onChange({ purpose })
        }}
      />
      <h2>{v.how}</h2>
      <Choice
        legend={v.how}
        options={[
          { value: 'home' as const, label: v.home },
          { value: 'video' as const, label: v.video },
        ]}
        chosen={[draft.kind]}
        onChoose={(kind) => {
          onChange({ kind })
        }}
      />
    </>
  )
}

function When({ draft, onChange }: PartProps) {
  const { language } = useLanguage()
  const v = texts[language]
  const options = halfDaysFrom(dayIn(new Date().toISOString())).map(({ day, half }) => ({
    value: `${day}/${half}`,
    label: `${dayInWords(day, language)} ${v[half]}`,
  }))
  return (
    <>
      <p>{v.whenHelp}</p>
      <Choice
        legend={v.whenAsk}
        many
        options={options}
        chosen={draft.halves}
        onChoose={(half) => {
          onChange({ halves: toggled(draft.halves, half) })
        }}
      />
    </>
  )
}

function Who({ draft, onChange, phone }: PartProps & { readonly phone: string }) {
  const { language } = useLanguage()
  const v = texts[language]
  const cares = CARES.map((value) => ({ value, label: v.told[value] }))
  return (
    <>
      <p>{v.phone(phone)}</p>
      <Field
        label={v.name}
        value={draft.name}
        onChange={(name) => {
          onChange({ name })
        }}
      />
      <Field
        label={v.address}
        hint={v.addressHint}
        value={draft.address}
        onChange={(address) => {
          onChange({ address })
        }}
      />
      <Field
        label={v.otherPhone}
        kind="phone"
        value={draft.phone}
        onChange={(next) => {
          onChange({ phone: next })
        }}
      />
      <h2>{v.care}</h2>
      <Choice
        legend={v.care}
        many
        options={cares}
        chosen={draft.told}
        onChoose={(care) => {
          onChange({ told: toggled(draft.told, care) })
        }}
      />
    </>
  )
}

function toggled<V extends string>(chosen: readonly V[], one: V): V[] {
  return chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]
}
