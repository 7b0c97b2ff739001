/** The answer being written: its channel, wording and files beside the kept draft, and its way out. */
import { answerRequest, getWordingRules, type RequestView } from '@anpei/contract/service-desk'
import { checkWording, type ChannelName, type WordingHint } from '@anpei/domain/service-desk'
import { useState } from 'react'
import { useCall, useCommand } from '../client/index.ts'
import { useMe } from '../identity/index.ts'
import { instantOfInput } from '../kernel/index.ts'
import { keyOfChannel, SAID_CHANNELS } from './answer.ts'
import type { Draft } from './use-draft.ts'

type Parts = {
  readonly channel: ChannelName
  readonly saidAt: string
  readonly wording: string
  readonly repeatReason: string
  readonly files: readonly File[]
}

type Answering = Parts & {
  /** Told by a person and written down, not sent. */
  readonly said: boolean
  readonly hints: readonly WordingHint[]
  readonly set: (change: Partial<Parts>) => void
  readonly send: () => Promise<void>
  readonly busy: boolean
  readonly fault: Error | null
}

const NOTHING = { saidAt: '', wording: '', repeatReason: '', files: [] } as const

export function useAnswer(request: RequestView, draft: Draft): Answering {
  const author = useMe().shown?.name ?? ''
  const [parts, setParts] = useState<Parts>(() => ({ channel: keyOfChannel(request), ...NOTHING }))
  const answer = useCommand(answerRequest)
  const rules = useCall(getWordingRules, {}).shown?.rules
  const { channel, saidAt, wording, repeatReason, files } = parts
  const said = SAID_CHANNELS.includes(channel)
  const facts = { firstAnswer: request.firstAnsweredAt === null, channel, author }
  const send = async (): Promise<void> => {
    const body = { channel, text: draft.text, saidAt: said ? instantOfInput(saidAt) : null, wording, repeatReason }
    const sent = files.map((file) => ({ field: 'file', file, name: file.name }))
    if (!(await answer.run({ params: { requestId: request.id }, body }, sent))) return
    draft.forget()
    setParts({ channel, ...NOTHING })
  }
  return {
    ...parts,
    said,
    hints: rules ? checkWording(draft.text, facts, rules) : [],
    set: (change) => {
      setParts({ ...parts, ...change })
    },
    send,
    busy: answer.busy,
    fault: answer.fault,
  }
}
