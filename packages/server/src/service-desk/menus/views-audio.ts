/** SRV-02: the sound of prompts: for the staff, also of one that waits; for telephone systems, of those in use. */
import type { Input } from '@anpei/contract/kernel'
import type { getPromptAudio as staffRoute, playPrompt as phoneRoute } from '@anpei/contract/service-desk'
import { ok, refuse, systemActor, type Decision } from '@anpei/domain/kernel'
import { sql } from 'kysely'
import { findFile, openFile, papersOf } from '../../documents/index.ts'
import { read, type FileAnswer, type Tx } from '../../http/index.ts'
import { promptsWhere } from './store-menus.ts'

export const PROMPT_SUBJECT = 'desk_prompt'

export async function openPrompt(tx: Tx, { params }: Input<typeof staffRoute>): Promise<Decision<FileAnswer>> {
  const papers = await papersOf(tx.db, tx.actor.tenantId, [params.promptId], null)
  return openFileOf(tx, papers[0]?.files[0]?.id)
}

export function promptPath(tenantId: number, promptId: string): string {
  return `/api/desk/phone/${tenantId}/prompts/${promptId}`
}

/** Every caller hears it: no session is asked for, and nothing else of the house is to be had here. */
export function playPrompt({ app }: Tx, { params }: Input<typeof phoneRoute>): Promise<Decision<FileAnswer>> {
  const { tenantId, promptId } = params
  return read(app, systemActor(tenantId, 'channel:phone'), async (tx) => {
    const [prompt] = await promptsWhere(tx.db, tenantId, sql<boolean>`p.id = ${promptId} and p.withdrawn_at is null`)
    return openFileOf(tx, prompt?.fileId)
  })
}

async function openFileOf(tx: Tx, fileId: string | undefined): Promise<Decision<FileAnswer>> {
  const file = fileId === undefined ? undefined : await findFile(tx.db, tx.actor.tenantId, fileId)
  return file?.subjectKind === PROMPT_SUBJECT ? ok(await openFile(tx, file, false)) : refuse('request.not_found')
}
