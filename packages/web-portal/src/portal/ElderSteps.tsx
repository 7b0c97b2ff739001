/** Whom it is about, as two questions: the name, then the number; what is wrong is said before it is sent (POR-01). */
import { useLanguage } from '../i18n/index.ts'
import { Field, type Step } from '../kit/index.ts'
import { idProblem, nameProblem } from './answer-problems.ts'

type Answer = { readonly value: string; readonly onChange: (value: string) => void }

export function useNameStep({ value, onChange }: Answer): Step {
  const { t } = useLanguage()
  const found = nameProblem(value)
  return {
    key: 'name',
    ask: t.people.nameAsk,
    problem: found && t.problems[found],
    shown: (problem) => <Field label={t.people.name} value={value} problem={problem} voice onChange={onChange} />,
  }
}

export function useIdStep({ value, onChange }: Answer, today: string): Step {
  const { t } = useLanguage()
  const found = idProblem(value, today)
  return {
    key: 'idNumber',
    ask: t.people.idAsk,
    problem: found && t.problems[found],
    shown: (problem) => (
      <Field
        label={t.people.idNumber}
        hint={t.report.idNumber.hint}
        value={value}
        problem={problem}
        onChange={(text) => {
          onChange(text.toUpperCase())
        }}
      />
    ),
  }
}
