/** What the assistant cannot do by itself and is given by the rows above (SRV-12). */
import type { Tx } from '../http/index.ts'
import type { Dialogue } from './store-dialogues.ts'

export type AssistantDoors = {
  /** Hands the dialogue with what was said to a person; answers what the asker is told. */
  readonly handOver: (tx: Tx, dialogue: Pick<Dialogue, 'id' | 'channel' | 'lines'>) => Promise<string>
  /** Where a case stands, in words, or why it cannot be told. */
  readonly progress: (tx: Tx, caseNo: string, idNumber: string) => Promise<string>
}
