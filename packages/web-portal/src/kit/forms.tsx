import { useId, type ReactNode } from 'react'
import { useLanguage } from '../i18n/index.ts'
import { Tool } from './buttons.tsx'
import { Picture, type PictureName } from './Picture.tsx'
import { useVoice } from './voice.ts'

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly problem?: string | null
  readonly kind?: 'text' | 'long' | 'date' | 'digits' | 'phone'
  readonly max?: string
  readonly voice?: boolean
  readonly autoComplete?: string
}

/** One question, its hint and what is wrong with the answer; long answers can be spoken. */
export function Field({
  label,
  value,
  onChange,
  hint,
  problem,
  kind = 'text',
  max,
  voice = false,
  autoComplete = 'off',
}: FieldProps) {
  const id = useId()
  const { t } = useLanguage()
  const listening = useVoice((said) => {
    onChange(value ? `${value}${said}` : said)
  })
  const described = [hint ? `${id}h` : '', problem ? `${id}p` : ''].filter(Boolean).join(' ')
  const shared = {
    id,
    value,
    autoComplete,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
      {kind === 'long' ? (
        <textarea
          {...shared}
          maxLength={1500}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      ) : (
        <input
          {...shared}
          {...INPUTS[kind]}
          max={max}
          maxLength={100}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
      {problem && (
        <p className="says bad" id={`${id}p`} role="alert">
          {problem}
        </p>
      )}
      {voice && listening && (
        <div className="row">
          <Tool onClick={listening.start} pressed={listening.on}>
            {listening.on ? t.listening : t.speak}
          </Tool>
        </div>
      )}
    </div>
  )
}

const INPUTS = {
  text: { type: 'text' },
  date: { type: 'date', min: '1900-01-01' },
  digits: { type: 'text', inputMode: 'numeric' },
  phone: { type: 'tel' },
} as const

type Option<V extends string> = { readonly value: V; readonly label: string; readonly picture?: PictureName }
type ChoiceProps<V extends string> = {
  readonly legend: string
  readonly options: readonly Option<V>[]
  readonly chosen: readonly V[]
  readonly onChoose: (value: V) => void
  readonly many?: boolean
}

/** Large choices; the chosen one is marked by a tick, not by colour alone. */
export function Choice<V extends string>({ legend, options, chosen, onChoose, many = false }: ChoiceProps<V>) {
  return (
    <div role="group" aria-label={legend}>
      {options.map(({ value, label, picture }) => {
        const on = chosen.includes(value)
        return (
          <button
            key={value}
            type="button"
            className={on ? 'big chosen' : 'big'}
            aria-pressed={on}
            onClick={() => {
              onChoose(value)
            }}
          >
            {picture && <Picture name={picture} />}
            <span>{label}</span>
            <span className="tick" aria-hidden="true">
              {on ? '✓' : many ? '＋' : ''}
            </span>
          </button>
        )
      })}
    </div>
  )
}

type SaysProps = {
  readonly mood?: 'bad' | 'good' | 'note' | 'plain'
  readonly live?: boolean
  readonly children: ReactNode
}

export function Says({ mood = 'plain', live = false, children }: SaysProps) {
  return (
    <div className={`says ${mood}`} role={mood === 'bad' ? 'alert' : live ? 'status' : undefined}>
      {children}
    </div>
  )
}
