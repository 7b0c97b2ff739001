/** A letter of a claim, read on the screen (CLM-11). */
import { getLetterText, type ClaimView } from '@anpei/contract/claims'
import type { ReactElement } from 'react'
import { useCall } from '../../client/index.ts'
import { LetterReader } from '../../kit/index.ts'

type Props = { letter: ClaimView['letters'][number]; onClose: () => void }

export function LetterText({ letter, onClose }: Props): ReactElement {
  const text = useCall(getLetterText, { params: { letterId: letter.id } })
  return <LetterReader title={letter.title} of={text} onClose={onClose} />
}
