/** The question of one step. A single choice goes on by itself; texts and days wait for “下一步”. */
import { useState } from 'react'
import type { Texts } from '../i18n/index.ts'
import { useLanguage } from '../i18n/index.ts'
import { dayInWords, shiftDay } from '../kernel/index.ts'
import { Choice, Field, Says, type PictureName } from '../kit/index.ts'
import { stepProblem, type ReportDraft, type ReportStep } from './report-draft.ts'

type Props = {
  readonly draft: ReportDraft
  readonly step: ReportStep
  readonly today: string
  readonly problem: string | null
  readonly onChange: (draft: ReportDraft) => void
  readonly onChosen: (draft: ReportDraft) => void
}

export function headingOf(t: Texts, step: ReportStep, self: boolean): string {
  const { report } = t
  if (step === 'name') return self ? report.name.askSelf : report.name.ask
  if (step === 'idNumber') return self ? report.idNumber.askSelf : report.idNumber.ask
  return report[step].ask
}

export function ReportQuestion(props: Props) {
  const { t } = useLanguage()
  const { draft, step, onChange } = props
  const { diedOn: asked } = t.report
  switch (step) {
    case 'name':
    case 'ownName':
    case 'hospital':
    case 'sceneAt':
    case 'story':
      return <Words {...props} step={step} />
    case 'idNumber':
      return <IdNumber {...props} />
    case 'when':
      return <When {...props} />
    case 'diedOn':
      return (
        <>
          <p>{asked.sorry}</p>
          <DayField
            {...props}
            label={asked.label}
            value={draft.diedOn}
            onDay={(diedOn) => {
              onChange({ ...draft, diedOn })
            }}
          />
        </>
      )
    case 'check':
      return null
    default:
      return <OneOf {...props} />
  }
}

/** A question answered in words, typed or spoken. */
function Words({
  draft,
  step,
  onChange,
  problem,
}: Props & { readonly step: 'name' | 'ownName' | 'hospital' | 'sceneAt' | 'story' }) {
  const { t } = useLanguage()
  const { label, hint } = t.report[step]
  return (
    <Field
      label={label}
      hint={hint}
      kind={step === 'story' ? 'long' : 'text'}
      value={draft[step]}
      problem={step === 'hospital' || step === 'story' ? null : problem}
      voice
      {...(step === 'name' || step === 'ownName' ? { autoComplete: 'name' } : {})}
      onChange={(words) => {
        onChange({ ...draft, [step]: words })
      }}
    />
  )
}

const CHOICES = {
  who: { self: 'people', spouse: 'people', child: 'people', relative: 'people', liaison: 'home', other: 'other' },
  cause: { fall: 'fall', bump: 'bump', traffic: 'traffic', falling_object: 'falling_object', other: 'other' },
  vehicle: {
    none: 'walk',
    private: 'traffic',
    commercialRoad: 'bus',
    rail: 'train',
    ship: 'ship',
    air: 'air',
    undecided: 'other',
  },
  where: { indoors: 'home', outdoors: 'field', public: 'market', vehicle: 'bus' },
  scene: { yes: 'people', no: 'phone' },
  result: { hurt: 'hurt', hospital: 'hospital', disability: 'disability', death: 'death' },
} as const satisfies Record<string, Record<string, PictureName>>

function OneOf({ draft, step, onChange, onChosen }: Props) {
  const { t } = useLanguage()
  const { who, cause, vehicle, where, scene } = t.report
  const chosenList = <V,>(value: V | null): V[] => (value === null ? [] : [value])
  switch (step) {
    case 'who':
      return (
        <Choice
          legend={who.ask}
          chosen={chosenList(draft.relation)}
          options={options(CHOICES.who, who)}
          onChoose={(relation) => {
            onChosen({ ...draft, relation })
          }}
        />
      )
    case 'cause':
      return (
        <Choice
          legend={cause.ask}
          chosen={chosenList(draft.cause)}
          options={options(CHOICES.cause, cause)}
          onChoose={(value) => {
            onChosen({ ...draft, cause: value })
          }}
        />
      )
    case 'vehicle':
      return (
        <Choice
          legend={vehicle.ask}
          chosen={chosenList(draft.vehicle)}
          options={options(CHOICES.vehicle, vehicle)}
          onChoose={(value) => {
            onChosen({ ...draft, vehicle: value })
          }}
        />
      )
    case 'where':
      return (
        <Choice
          legend={where.ask}
          chosen={chosenList(draft.place)}
          options={options(CHOICES.where, where)}
          onChoose={(place) => {
            onChosen({ ...draft, place })
          }}
        />
      )
    case 'scene':
      return (
        <>
          <p>{scene.hint}</p>
          <Choice
            legend={scene.ask}
            chosen={chosenList(draft.scene)}
            options={options(CHOICES.scene, scene)}
            onChoose={(value) => {
              onChosen({ ...draft, scene: value })
            }}
          />
        </>
      )
    case 'result':
      return <Results draft={draft} onChange={onChange} />
    default:
      return null
  }
}

function Results({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useLanguage()
  const { result } = t.report
  const several = (value: keyof typeof CHOICES.result) =>
    draft.results.includes(value) ? draft.results.filter((one) => one !== value) : [...draft.results, value]
  return (
    <>
      <p>{result.hint}</p>
      <Choice
        legend={result.ask}
        many
        chosen={draft.results}
        options={options(CHOICES.result, result)}
        onChoose={(value) => {
          onChange({ ...draft, results: several(value) })
        }}
      />
    </>
  )
}

function options<K extends string>(
  pictures: Readonly<Record<K, PictureName>>,
  labels: Readonly<Record<NoInfer<K>, string>>,
) {
  const list: { value: K; label: string; picture: PictureName }[] = []
  for (const value in pictures) list.push({ value, label: labels[value], picture: pictures[value] })
  return list
}

/** The number is shown in groups as it is typed, and checked by its last character. */
function IdNumber({ draft, today, onChange, problem }: Props) {
  const { t } = useLanguage()
  const compact = draft.idNumber.replace(/\s/g, '')
  const groups = [compact.slice(0, 6), compact.slice(6, 14), compact.slice(14)].filter(Boolean).join(' ')
  const found = stepProblem('idNumber', draft, today)
  const early = compact.length >= 18 && found ? t.problems[found] : null
  const { label, hint, right } = t.report.idNumber
  return (
    <>
      <Field
        label={label}
        hint={hint}
        value={draft.idNumber}
        problem={problem ?? early}
        onChange={(idNumber) => {
          onChange({ ...draft, idNumber: idNumber.toUpperCase() })
        }}
      />
      {groups && (
        <p className="digits" aria-hidden="true">
          {groups}
        </p>
      )}
      {compact && !found && (
        <Says mood="good" live>
          {right}
        </Says>
      )}
    </>
  )
}

function When(props: Props) {
  const { t, language } = useLanguage()
  const { draft, today, onChange, onChosen } = props
  const w = t.report.when
  const days = [today, shiftDay(today, -1), shiftDay(today, -2)]
  const [other, setOther] = useState(draft.accidentOn !== '' && !days.includes(draft.accidentOn))
  const words = [w.today, w.yesterday, w.before]
  return (
    <>
      <Choice
        legend={w.ask}
        chosen={other ? ['other'] : [draft.accidentOn]}
        options={[
          ...days.map((day, index) => ({ value: day, label: `${words[index]}　${dayInWords(day, language)}` })),
          { value: 'other', label: w.other },
        ]}
        onChoose={(day) => {
          if (day === 'other') return setOther(true)
          setOther(false)
          onChosen({ ...draft, accidentOn: day })
        }}
      />
      {other && (
        <DayField
          {...props}
          label={w.label}
          value={draft.accidentOn}
          onDay={(accidentOn) => {
            onChange({ ...draft, accidentOn })
          }}
        />
      )}
    </>
  )
}

type DayProps = {
  readonly label: string
  readonly value: string
  readonly today: string
  readonly problem: string | null
  readonly onDay: (day: string) => void
}

function DayField({ label, value, today, problem, onDay }: DayProps) {
  const { language } = useLanguage()
  return (
    <>
      <Field label={label} kind="date" value={value} max={today} problem={problem} onChange={onDay} />
      {value && !problem && <p>{dayInWords(value, language)}</p>}
    </>
  )
}
