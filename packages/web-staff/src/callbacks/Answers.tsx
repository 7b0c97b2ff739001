/** What was asked and answered, in the words of then. */
import type { CallbackView } from '@anpei/contract/callbacks'
import type { ReactElement } from 'react'

export function Answers({ answers }: Pick<CallbackView, 'answers'>): ReactElement {
  return (
    <dl className="cb-answers">
      {answers.map(({ question, answer }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  )
}
